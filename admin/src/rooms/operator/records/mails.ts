import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"

export const MailsQuery = graphql(`
  query Mails($page: Int, $search: String, $state: MailState) {
    mails(page: $page, search: $search, state: $state) {
      total
      page
      pageSize
      dead
      sends
      items {
        id
        kind
        email
        subject
        state
        attempts
        createdAt
      }
    }
  }
`)

export const MailQuery = graphql(`
  query Mail($id: ID!) {
    mail(id: $id) {
      id
      kind
      email
      locale
      subject
      state
      attempts
      createdAt
      settledAt
      nextAttemptAt
      lastError
      html
      text
    }
  }
`)

export const ResendMailMutation = graphql(`
  mutation ResendMail($id: ID!) {
    resendMail(id: $id) {
      id
      state
    }
  }
`)

export type MailItem = ResultOf<typeof MailsQuery>["mails"]["items"][number]
export type MailState = MailItem["state"]

export const MAIL_STATES: readonly MailState[] = ["WAITING", "SENDING", "SENT", "KEPT", "DEAD", "UNWANTED", "ERASED"]

export const MAIL_COLORS: Record<MailState, "green" | "red" | "orange" | "grey" | "blue"> = {
  WAITING: "orange",
  SENDING: "blue",
  SENT: "green",
  KEPT: "green",
  DEAD: "red",
  UNWANTED: "grey",
  ERASED: "grey",
}
