import { cache } from "react"
import { graphql, type ResultOf } from "@/graphql/graphql"
import { MoneyFragment, TraderFragment } from "@/graphql/trader"
import { ask } from "./api"

const OrderQuery = graphql(
  `
    query Order($accessToken: String!) {
      shopperOrder(accessToken: $accessToken) {
        id
        number
        placedAt
        email
        accessToken
        deskCode
        itemsTotal {
          ...Amount
        }
        deliveryTotal {
          ...Amount
        }
        total {
          ...Amount
        }
        refundedTotal {
          ...Amount
        }
        refunds {
          startedAt
          dueAt
          daysLate
          refundedAt
          interestPaidAt
          owed {
            ...Amount
          }
          interest {
            ...Amount
          }
        }
        withdrawal {
          open
          until
          lines {
            lineId
            title
            available
            excludedBecause
          }
          declarations {
            id
            declaredAt
            lines {
              title
              quantity
            }
          }
        }
        groups {
          id
          actions
          unread
          redress {
            id
            settled
            amount {
              ...Amount
            }
            lines {
              quantity
            }
          }
          disputes {
            id
            number
            state
          }
          documents {
            id
            number
            kind
            issueDay
            issuerName
            gross {
              ...Amount
            }
          }
          state
          deliveryName
          promisedBy
          deliveryPrice {
            ...Amount
          }
          trader {
            ...TraderBlock
          }
          lines {
            id
            productHandle
            title
            variantTitle
            image
            quantity
            gone
            shipped
            returned
            total {
              ...Amount
            }
          }
          parcels {
            id
            carrier
            trackingNumber
            trackingUrl
            shippedAt
            deliveredAt
            lines {
              lineId
              title
              quantity
            }
          }
        }
      }
    }
  `,
  [TraderFragment, MoneyFragment],
)

export type Order = NonNullable<ResultOf<typeof OrderQuery>["shopperOrder"]>
export type OrderGroup = Order["groups"][number]
export type Withdrawal = Order["withdrawal"]

export const orderOf = cache(
  async (accessToken: string): Promise<Order | null> => (await ask(OrderQuery, { accessToken })).shopperOrder,
)

const FindOrder = graphql(`
  mutation FindOrder($number: Int!, $email: String!) {
    findOrder(number: $number, email: $email) {
      accessToken
    }
  }
`)

export async function findOrder(number: number, email: string): Promise<string> {
  return (await ask(FindOrder, { number, email })).findOrder.accessToken
}

const DeclareWithdrawal = graphql(`
  mutation DeclareWithdrawal($accessToken: String!, $lines: [WithdrawalLineInput!]!) {
    declareWithdrawal(accessToken: $accessToken, lines: $lines) {
      id
    }
  }
`)

export async function declareWithdrawal(
  accessToken: string,
  lines: { lineId: string; quantity: number }[],
): Promise<string> {
  return (await ask(DeclareWithdrawal, { accessToken, lines })).declareWithdrawal.id
}

const DocumentQuery = graphql(`
  query SaleDocumentFile($accessToken: String!, $id: ID!, $locale: Locale!) {
    shopperSaleDocument(accessToken: $accessToken, id: $id, locale: $locale) {
      name
      mime
      data
    }
  }
`)

/** An invoice or credit note of the order, in the reader's language. */
export const documentFile = async (accessToken: string, id: string, locale: "fr" | "en") =>
  (await ask(DocumentQuery, { accessToken, id, locale })).shopperSaleDocument
