import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"

export const ExplainQuery = graphql(`
  query ExplainSearch($input: SearchInput!) {
    search(input: $input) {
      total
      page
      pageSize
      tookMs
      correctedQuery
      relaxed {
        kind
        label
      }
      plan {
        step
        code
        params {
          name
          value
        }
        score
      }
      hits {
        rank
        pinned
        card {
          id
          title
          brand
          image
          sellerName
          inStock
          price {
            amount
            currency
          }
        }
        explain {
          step
          code
          params {
            name
            value
          }
          score
        }
      }
      sponsored {
        slot
        card {
          title
          image
        }
        disclosure {
          advertiser
        }
      }
    }
  }
`)

export const PinsQuery = graphql(`
  query Pins($page: Int, $query: String, $category: String) {
    pins(page: $page, pageSize: 50, query: $query, category: $category) {
      total
      page
      pageSize
      items {
        id
        query
        category
        productId
        productTitle
        productImage
        position
        updatedAt
      }
    }
  }
`)

export const SavePinMutation = graphql(`
  mutation SavePin($id: ID, $input: PinInput!) {
    savePin(id: $id, input: $input) {
      id
    }
  }
`)

export const DeletePinMutation = graphql(`
  mutation DeletePin($id: ID!) {
    deletePin(id: $id)
  }
`)

export type SearchAnswer = ResultOf<typeof ExplainQuery>["search"]
export type Hit = SearchAnswer["hits"][number]
export type Pin = ResultOf<typeof PinsQuery>["pins"]["items"][number]
