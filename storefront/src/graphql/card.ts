import { graphql, type ResultOf } from "./graphql"

/** What a tile shows. */
export const CardFragment = graphql(`
  fragment Card on ProductCard @_unmask {
    id
    handle
    title
    brand
    image
    price {
      amount
      currency
    }
    priorPrice {
      amount
      currency
    }
    sellerName
    sellerIsRetailer
    offerCount
    inStock
    deliveryDays
    returnableInShop
    shops
  }
`)

export type Card = ResultOf<typeof CardFragment>
