import type { ResultOf } from "../../api/graphql"
import { graphql } from "../../api/graphql"

export const OffersQuery = graphql(`
  query SellerOffers($page: Int, $search: String, $state: OfferState) {
    sellerOffers(page: $page, search: $search, state: $state) {
      total
      page
      pageSize
      items {
        productTitle
        productHandle
        gtin
        sku
        image
        winsBuyBox
        offer {
          id
          condition
          state
          inStock
          leadTimeDays
          price {
            amount
            currency
          }
          landedPrice {
            amount
            currency
          }
        }
      }
    }
  }
`)

export const SaveOfferMutation = graphql(`
  mutation SaveOffer($input: OfferInput!) {
    saveOffer(input: $input) {
      sku
    }
  }
`)

export const SetOfferStateMutation = graphql(`
  mutation SetOfferState($id: ID!, $state: OfferState!) {
    setOfferState(id: $id, state: $state) {
      sku
    }
  }
`)

export type SellerOffer = ResultOf<typeof OffersQuery>["sellerOffers"]["items"][number]
export type OfferState = SellerOffer["offer"]["state"]
export type Condition = SellerOffer["offer"]["condition"]
