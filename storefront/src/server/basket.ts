import { cache } from "react"
import { graphql, type ResultOf } from "@/graphql/graphql"
import { MoneyFragment, TraderFragment } from "@/graphql/trader"
import type { AppLocale } from "@/i18n/routing"
import { ask } from "./api"
import { cartId } from "./session"

const BasketQuery = graphql(
  `
    query Basket($cartId: ID!, $locale: Locale) {
      basket(cartId: $cartId, locale: $locale) {
        cartId
        email
        itemCount
        readyToPlace
        itemsTotal {
          ...Amount
        }
        deliveryTotal {
          ...Amount
        }
        taxTotal {
          ...Amount
        }
        total {
          ...Amount
        }
        groups {
          chosenDeliveryId
          trader {
            ...TraderBlock
          }
          itemsTotal {
            ...Amount
          }
          deliveryOptions {
            id
            name
            minDays
            maxDays
            price {
              ...Amount
            }
          }
          lines {
            id
            productHandle
            title
            variantTitle
            image
            quantity
            available
            returnableInShop
            unitPrice {
              ...Amount
            }
            total {
              ...Amount
            }
          }
        }
      }
    }
  `,
  [TraderFragment, MoneyFragment],
)

export type Basket = NonNullable<ResultOf<typeof BasketQuery>["basket"]>
export type BasketGroup = Basket["groups"][number]
export type BasketLine = BasketGroup["lines"][number]

/** The shopper's basket, or null when there is none or nothing in it. */
export const currentBasket = cache(async (locale: AppLocale): Promise<Basket | null> => {
  const id = await cartId()
  if (!id) return null
  const { basket } = await ask(BasketQuery, { cartId: id, locale })
  return basket && basket.itemCount > 0 ? basket : null
})

const ChooseDelivery = graphql(`
  mutation ChooseDelivery($cartId: ID!, $optionIds: [ID!]!, $locale: Locale) {
    chooseDelivery(cartId: $cartId, optionIds: $optionIds, locale: $locale) {
      readyToPlace
    }
  }
`)

const PlaceOrder = graphql(`
  mutation PlaceOrder($cartId: ID!) {
    placeOrder(cartId: $cartId) {
      accessToken
    }
  }
`)

export async function chooseDelivery(id: string, optionIds: string[], locale: AppLocale): Promise<boolean> {
  return (await ask(ChooseDelivery, { cartId: id, optionIds, locale })).chooseDelivery.readyToPlace
}

/** The token of the order; the same basket always gives the same one. */
export async function placeOrder(id: string, token?: string): Promise<string> {
  return (await ask(PlaceOrder, { cartId: id }, { token })).placeOrder.accessToken
}

const PayBasket = graphql(`
  mutation PayBasket($cartId: ID!) {
    payBasket(cartId: $cartId) {
      provider
      clientSecret
      publishableKey
      authorised
    }
  }
`)

export type BasketPayment = ResultOf<typeof PayBasket>["payBasket"]

/** Opens the payment of a basket that is ready; the same one again until the basket changes. */
export async function payBasket(id: string): Promise<BasketPayment> {
  return (await ask(PayBasket, { cartId: id })).payBasket
}
