import type { ResultOf } from "../../api/graphql"
import { graphql } from "../../api/graphql"

export const OffersQuery = graphql(`
  query SellerOffers(
    $page: Int
    $pageSize: Int
    $search: String
    $state: OfferState
    $condition: Condition
    $stock: StockFilter
    $held: Boolean
    $runId: String
    $sort: OfferSort
    $locale: Locale!
  ) {
    sellerOffers(
      page: $page
      pageSize: $pageSize
      search: $search
      state: $state
      condition: $condition
      stock: $stock
      held: $held
      runId: $runId
      sort: $sort
    ) {
      total
      page
      pageSize
      items {
        productTitle(locale: $locale)
        variantTitle(locale: $locale)
        productHandle
        gtin
        sku
        image
        winsBuyBox
        heldBy
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
          priorPrice {
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

export const BulkEditMutation = graphql(`
  mutation BulkEditOffers($ids: [ID!], $filter: OfferFilterInput, $change: BulkChangeInput!) {
    bulkEditOffers(ids: $ids, filter: $filter, change: $change) {
      total
      changed
      refused {
        sku
        code
        message
        lowest {
          amount
          currency
        }
      }
      run {
        id
      }
    }
  }
`)

export const HistoryQuery = graphql(`
  query SellerOfferHistory($id: ID!) {
    sellerOfferHistory(id: $id) {
      points {
        price {
          amount
          currency
        }
        applied
        validFrom
      }
      lowest30Days {
        amount
        currency
      }
    }
  }
`)

export type SellerOffer = ResultOf<typeof OffersQuery>["sellerOffers"]["items"][number]
export type OfferState = SellerOffer["offer"]["state"]
export type Condition = SellerOffer["offer"]["condition"]
