import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"
import { ReturnFields } from "../returns"

export const UnlockMutation = graphql(`
  mutation DeskUnlock($pin: String!) {
    deskUnlock(pin: $pin) {
      token
      expiresAt
      clerkName
      role
    }
  }
`)

export const LockMutation = graphql(`
  mutation DeskLock {
    deskLock
  }
`)

export const FindMutation = graphql(`
  mutation DeskFind($number: Int, $email: String, $code: String) {
    deskFind(number: $number, email: $email, code: $code) {
      orderId
      number
      placedAt
      customerName
      withdrawalUntil
      openReturnId
      heldBy
      lines {
        lineId
        title
        variantTitle
        image
        gtin
        ownerName
        ownerIsRetailer
        ordered
        returnable
        alreadyReturned
        bases
        note
        unitPrice {
          amount
          currency
        }
      }
    }
  }
`)

export const OpenMutation = graphql(
  `
    mutation OpenReturn($orderId: ID!, $idempotencyKey: String!) {
      openReturn(orderId: $orderId, idempotencyKey: $idempotencyKey) {
        ...ReturnFields
      }
    }
  `,
  [ReturnFields],
)

export const QuoteMutation = graphql(
  `
    mutation QuoteReturn($returnId: ID!, $lines: [ReturnLineInput!]!) {
      quoteReturn(returnId: $returnId, lines: $lines) {
        ...ReturnFields
      }
    }
  `,
  [ReturnFields],
)

export const ApproveMutation = graphql(
  `
    mutation ApproveReturn($returnId: ID!, $managerPin: String!, $reason: String!) {
      approveReturn(returnId: $returnId, managerPin: $managerPin, reason: $reason) {
        ...ReturnFields
      }
    }
  `,
  [ReturnFields],
)

export const SettleMutation = graphql(
  `
    mutation SettleReturn($returnId: ID!, $signature: String!) {
      settleReturn(returnId: $returnId, signature: $signature) {
        ...ReturnFields
      }
    }
  `,
  [ReturnFields],
)

export const AbandonMutation = graphql(`
  mutation AbandonReturn($returnId: ID!) {
    abandonReturn(returnId: $returnId) {
      id
    }
  }
`)

export type DeskOrder = ResultOf<typeof FindMutation>["deskFind"]
export type DeskLine = DeskOrder["lines"][number]
