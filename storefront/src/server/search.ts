import { cache } from "react"
import { CardFragment } from "@/graphql/card"
import { graphql, type ResultOf, type VariablesOf } from "@/graphql/graphql"
import { ask } from "./api"

export const PAGE_SIZE = 24

export const SponsoredFragment = graphql(
  `
    fragment Sponsored on SponsoredSlot @_unmask {
      slot
      token
      disclosure {
        label
        advertiser
        payer
        parameters
        settingsUrl
      }
      card {
        ...Card
      }
    }
  `,
  [CardFragment],
)

const SearchQuery = graphql(
  `
    query Search($input: SearchInput!) {
      search(input: $input) {
        total
        page
        pageSize
        hits {
          card {
            ...Card
          }
          rank
          pinned
        }
        facets {
          field
          label
          kind
          min
          max
          unit
          values {
            value
            label
            count
            selected
          }
          histogram {
            from
            to
            count
          }
        }
        sponsored {
          ...Sponsored
        }
        correctedQuery
        relaxed {
          kind
          label
        }
      }
    }
  `,
  [CardFragment, SponsoredFragment],
)

export type SearchInput = VariablesOf<typeof SearchQuery>["input"]
export type SearchResult = ResultOf<typeof SearchQuery>["search"]
export type Facet = SearchResult["facets"][number]
export type SponsoredSlot = ResultOf<typeof SponsoredFragment>

/** Once per page view, though the title and the page both ask: each call is an auction of its own. */
const searchOnce = cache(async (key: string): Promise<SearchResult> => {
  const input = JSON.parse(key) as SearchInput
  return (await ask(SearchQuery, { input })).search
})

export const search = (input: SearchInput): Promise<SearchResult> => searchOnce(JSON.stringify(input))
