import { cache } from "react"
import { graphql, type ResultOf } from "@/graphql/graphql"
import { MoneyFragment, TraderFragment } from "@/graphql/trader"
import type { AppLocale } from "@/i18n/routing"
import { ask } from "./api"

const ProductQuery = graphql(
  `
    query Product($handle: String!, $locale: Locale) {
      product(handle: $handle, locale: $locale) {
        id
        handle
        title
        brand
        description
        guaranteeMonths
        images {
          url
          alt
        }
        categoryPath {
          handle
          name
        }
        attributes {
          key
          label
          value
        }
        safety {
          manufacturer
          manufacturerContact
          euResponsible
          warnings
        }
        variants {
          id
          title
          image
          gtin
          options {
            name
            value
          }
          buyBox {
            reason
            offer {
              id
            }
          }
          offers {
            id
            condition
            leadTimeDays
            inStock
            purchasableVariantId
            returnableInShop
            trader {
              ...TraderBlock
            }
            price {
              ...Amount
            }
            priorPrice {
              ...Amount
            }
            deliveryPrice {
              ...Amount
            }
            landedPrice {
              ...Amount
            }
          }
        }
      }
    }
  `,
  [TraderFragment, MoneyFragment],
)

export type Product = NonNullable<ResultOf<typeof ProductQuery>["product"]>
export type Variant = Product["variants"][number]
export type Offer = Variant["offers"][number]

export const productOf = cache(
  async (handle: string, locale: AppLocale): Promise<Product | null> =>
    (await ask(ProductQuery, { handle, locale })).product,
)
