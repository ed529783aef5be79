import type { ResultOf } from "../api/graphql"
import { graphql } from "../api/graphql"

export const UnreadQuery = graphql(`
  query Unread {
    notifications(pageSize: 1, unreadOnly: true) {
      unread
    }
  }
`)

export const NoticesQuery = graphql(`
  query Notices($pageSize: Int, $locale: Locale) {
    notifications(pageSize: $pageSize, locale: $locale) {
      total
      unread
      items {
        id
        subject
        paragraphs
        actionLabel
        actionUrl
        at
        read
      }
    }
  }
`)

export const MarkReadMutation = graphql(`
  mutation MarkRead($ids: [ID!]) {
    markNotificationsRead(ids: $ids)
  }
`)

export const PreferencesQuery = graphql(`
  query NoticePreferences {
    notificationPreferences {
      kind
      byMail
    }
  }
`)

export const SetPreferenceMutation = graphql(`
  mutation SetNoticePreference($kind: String!, $byMail: Boolean!) {
    setNotificationPreference(kind: $kind, byMail: $byMail) {
      kind
      byMail
    }
  }
`)

export type Notice = ResultOf<typeof NoticesQuery>["notifications"]["items"][number]
