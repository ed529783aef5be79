import { graphql } from "../../../api/graphql"

export const FeesQuery = graphql(`
  query Fees($page: Int, $pageSize: Int, $search: String, $kind: FeeKind, $locale: Locale) {
    fees(page: $page, pageSize: $pageSize, search: $search, kind: $kind) {
      total
      page
      pageSize
      items {
        id
        sellerName
        kind
        description(locale: $locale)
        vatTreatment
        reverses
        undoneBy
        at
        net {
          amount
          currency
        }
        vat {
          amount
          currency
        }
      }
    }
  }
`)

export const ChargeFeeMutation = graphql(`
  mutation ChargeFee($input: FeeInput!) {
    chargeFee(input: $input) {
      id
    }
  }
`)

export const UndoFeeMutation = graphql(`
  mutation UndoFee($id: ID!, $reason: String!) {
    undoFee(id: $id, reason: $reason) {
      id
    }
  }
`)

export const FEE_KINDS = ["SUBSCRIPTION", "PENALTY", "SERVICE", "HANDLING", "CREDIT"] as const
export type FeeKind = (typeof FEE_KINDS)[number]
