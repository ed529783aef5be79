import { cache } from "react"
import { graphql } from "@/graphql/graphql"
import { TraderFragment } from "@/graphql/trader"
import type { AppLocale } from "@/i18n/routing"
import { ask } from "./api"

const ShopQuery = graphql(
  `
    query ShopPage($handle: String!, $locale: Locale) {
      shopPage(handle: $handle, locale: $locale) {
        open
        since
        acceptsShopReturns
        words {
          about
          delivery
          returns
        }
        trader {
          ...TraderBlock
        }
      }
    }
  `,
  [TraderFragment],
)

/** Null for a shop that never sold. */
export const sellerOf = cache(
  async (handle: string, locale: AppLocale) => (await ask(ShopQuery, { handle, locale })).shopPage,
)
