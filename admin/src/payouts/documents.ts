import { graphql } from "../api/graphql"
import type { ResultOf } from "../api/graphql"

/** A payout with its steps, as both rooms show it. */
export const PayoutParts = graphql(`
  fragment PayoutParts on Payout @_unmask {
    id
    sellerName
    state
    entryCount
    last4
    reference
    bankReference
    problem
    createdAt
    transferredAt
    paidAt
    amount {
      amount
      currency
    }
    reserveMoved {
      amount
      currency
    }
    events {
      state
      detail
      at
    }
  }
`)

export type PayoutRow = ResultOf<typeof PayoutParts>

export const EntryParts = graphql(`
  fragment EntryParts on PayoutEntryPage @_unmask {
    total
    page
    pageSize
    items {
      id
      at
      kind
      orderNumber
      description
      amount {
        amount
        currency
      }
    }
  }
`)

export type EntryPage = ResultOf<typeof EntryParts>
