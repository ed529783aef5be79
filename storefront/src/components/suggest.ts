import { graphql } from "@/graphql/graphql"
import type { AppLocale } from "@/i18n/routing"
import { askFromBrowser, browserApiUrl } from "@/lib/browser-api"
import type { Money } from "@/lib/money"

const SuggestQuery = graphql(`
  query Suggest($text: String!, $locale: Locale!) {
    suggest(text: $text, locale: $locale, limit: 5) {
      queries
      categories {
        handle
        name
        count
      }
      products {
        handle
        title
        image
        price {
          amount
          currency
        }
      }
    }
  }
`)

export interface Suggestions {
  queries: string[]
  categories: { handle: string; name: string; count: number }[]
  products: { handle: string; title: string; image: string | null; price: Money | null }[]
}

export const NO_SUGGESTIONS: Suggestions = { queries: [], categories: [], products: [] }

export async function suggest(text: string, locale: AppLocale, signal: AbortSignal): Promise<Suggestions> {
  const found = (await askFromBrowser(SuggestQuery, { text, locale }, { signal })).suggest
  return {
    ...found,
    products: found.products.map((card) => ({
      ...card,
      image: card.image?.startsWith("/") ? browserApiUrl() + card.image : card.image,
    })),
  }
}
