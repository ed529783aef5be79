import type { ResultOf } from "../../api/graphql"
import { graphql } from "../../api/graphql"

export const ReturnFields = graphql(`
  fragment ReturnFields on StoreReturn @_unmask {
    id
    number
    state
    orderNumber
    clerkName
    createdAt
    settledAt
    approvalReason
    lateInterest {
      daysLate
      amount {
        amount
        currency
      }
    }
    shop {
      name
      city
    }
    lines {
      id
      lineId
      title
      image
      ownerName
      ownerIsRetailer
      quantity
      basis
      reason
      grade
      note
      hasPhoto
      deductionPercent
      disposition
      bagCode
      refund {
        amount
        currency
      }
    }
    quote {
      goods {
        amount
        currency
      }
      delivery {
        amount
        currency
      }
      deduction {
        amount
        currency
      }
      total {
        amount
        currency
      }
      byTrader {
        traderName
        isRetailer
        refund {
          amount
          currency
        }
      }
    }
  }
`)

export const ReturnsQuery = graphql(`
  query StoreReturns($page: Int, $state: StoreReturnState, $search: String) {
    storeReturns(page: $page, state: $state, search: $search) {
      total
      page
      pageSize
      items {
        id
        number
        state
        orderNumber
        clerkName
        createdAt
        lines {
          quantity
        }
        quote {
          total {
            amount
            currency
          }
        }
      }
    }
  }
`)

export const ReturnQuery = graphql(
  `
    query StoreReturn($id: ID!) {
      storeReturn(id: $id) {
        ...ReturnFields
      }
    }
  `,
  [ReturnFields],
)

export const CustodyQuery = graphql(`
  query CustodyUnits($page: Int, $place: String) {
    custodyUnits(page: $page, place: $place) {
      total
      page
      pageSize
      items {
        id
        bagCode
        title
        quantity
        ownerName
        ownerIsRetailer
        grade
        place
        since
        returnNumber
        returnLineId
      }
    }
  }
`)

export const DisposeMutation = graphql(`
  mutation DisposeReturnLine($returnLineId: ID!, $disposition: Disposition!) {
    disposeReturnLine(returnLineId: $returnLineId, disposition: $disposition) {
      id
    }
  }
`)

export type StoreReturn = ResultOf<typeof ReturnFields>
export type CustodyUnit = ResultOf<typeof CustodyQuery>["custodyUnits"]["items"][number]
export type Grade = StoreReturn["lines"][number]["grade"]
export type Basis = StoreReturn["lines"][number]["basis"]
export type Reason = StoreReturn["lines"][number]["reason"]
