import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"

export const PrivacyRequestsQuery = graphql(`
  query PrivacyRequests($page: Int, $state: PrivacyState) {
    privacyRequests(page: $page, state: $state) {
      total
      page
      pageSize
      open
      items {
        id
        kind
        subject
        email
        state
        waitsFor
        reason
        requestedAt
        dueAt
        settledAt
        touched
      }
    }
  }
`)

export const ExportPersonMutation = graphql(`
  mutation ExportPerson($email: String!, $subject: PrivacySubject!) {
    exportPersonData(email: $email, subject: $subject)
  }
`)

export const RequestErasureMutation = graphql(`
  mutation RequestErasure($email: String!, $subject: PrivacySubject!) {
    requestErasure(email: $email, subject: $subject) {
      id
      state
    }
  }
`)

export const EraseNowMutation = graphql(`
  mutation EraseNow($id: ID!) {
    eraseNow(id: $id) {
      id
      state
    }
  }
`)

export const RefusePrivacyMutation = graphql(`
  mutation RefusePrivacy($id: ID!, $reason: String!) {
    refusePrivacyRequest(id: $id, reason: $reason) {
      id
      state
    }
  }
`)

export type PrivacyRequest = ResultOf<typeof PrivacyRequestsQuery>["privacyRequests"]["items"][number]

export const PRIVACY_STATES = ["OPEN", "DONE", "REFUSED"] as const
export const PRIVACY_COLORS = { OPEN: "orange", DONE: "green", REFUSED: "red" } as const
