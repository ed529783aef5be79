import type { ResultOf } from "../../api/graphql"
import { graphql } from "../../api/graphql"
import { EventFields } from "../../orders/Timeline"

export const OrderQuery = graphql(
  `
    query OperatorOrder($id: ID!) {
      operatorOrder(id: $id) {
        id
        number
        placedAt
        email
        customerName
        shippingAddress
        accessToken
        total {
          amount
          currency
        }
        refundedTotal {
          amount
          currency
        }
        events {
          ...EventFields
        }
        refunds {
          key
          traderName
          label
          quantity
          at
          amount {
            amount
            currency
          }
          commissionBack {
            amount
            currency
          }
        }
        parts {
          id
          sellerId
          traderName
          state
          actions
          deliveryName
          promisedBy
          itemsTotal {
            amount
            currency
          }
          deliveryPrice {
            amount
            currency
          }
          disputes {
            id
            number
            state
          }
          lines {
            id
            title
            variantTitle
            image
            quantity
            gone
            shipped
            delivered
            returned
            total {
              amount
              currency
            }
          }
          parcels {
            id
            carrier
            trackingNumber
            trackingUrl
            shippedAt
            deliveredAt
          }
        }
      }
    }
  `,
  [EventFields],
)

export const CancelMutation = graphql(`
  mutation CancelPart($id: ID!, $key: String!, $lines: [UnitsInput!]!, $note: String!) {
    cancelPartAsOperator(sellerOrderId: $id, key: $key, lines: $lines, note: $note) {
      id
    }
  }
`)

export const PolicyQuery = graphql(`
  query OrderPolicy {
    orderPolicy {
      acceptWithinDays
      disputeAnswerDays
      disputeReactionDays
      disputeDecisionDays
      suspendAutomatically
      levels {
        windowDays
        minimumOrders
        acceptance {
          warn
          suspend
        }
        lateShipment {
          warn
          suspend
        }
        cancellation {
          warn
          suspend
        }
        returns {
          warn
          suspend
        }
        incidents {
          warn
          suspend
        }
        responseHours {
          warn
          suspend
        }
      }
    }
  }
`)

export const SavePolicyMutation = graphql(`
  mutation SaveOrderPolicy($input: OrderPolicyInput!) {
    saveOrderPolicy(input: $input) {
      acceptWithinDays
    }
  }
`)

export type OperatorOrder = NonNullable<ResultOf<typeof OrderQuery>["operatorOrder"]>
export type OrderPart = OperatorOrder["parts"][number]
export type Policy = ResultOf<typeof PolicyQuery>["orderPolicy"]
