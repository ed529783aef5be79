import type { GraphqlContext } from "@gondola/kit"

export type Locale = "fr" | "en"

/** A product on the shelf that an ad may stand for. */
export interface ShelfCandidate {
  readonly productId: string
  /** Text relevance to the query, 0–1; 1 for every product of a category page without a query. */
  readonly relevance: number
  readonly brand: string | null
  /** Held in its place by the merchandiser. */
  readonly pinned?: boolean
}

/** What the auction may know about a result page: no person's data. */
export interface Shelf {
  /** Normalised, corrected query; null on a category page. */
  readonly query: string | null
  readonly tokens: readonly string[]
  /** Handles from the root to the category looked at; empty for a search in the whole shop. */
  readonly categoryPath: readonly string[]
  /** The best of the result (at most 200), in order, inside the scope and the shopper's filters. */
  readonly candidates: readonly ShelfCandidate[]
  /** From 1. */
  readonly page: number
  readonly pageSize: number
  readonly locale: Locale
  /** Random id of the browser session; null when the caller sent none. */
  readonly session: string | null
}

/** What DSA art. 26 asks to tell about an ad. */
export interface Disclosure {
  readonly label: string
  readonly advertiser: string
  readonly payer: string
  readonly parameters: readonly string[]
  readonly settingsUrl: string
}

/** An ad that won a place. The product must be one of the shelf's candidates; others are dropped. */
export interface SponsoredPlacement {
  readonly productId: string
  /** Place in the page's grid, from 0. */
  readonly slot: number
  readonly token: string
  readonly disclosure: Disclosure
  /** The product's own organic place on this page is taken out, so that nobody sees it twice. */
  readonly hidesOrganic: true
}

/** What the application plugs in; the plugin works without any of them. */
export interface SearchandisingPorts {
  readonly sponsoredSlots?: (shelf: Shelf, context: GraphqlContext) => Promise<readonly SponsoredPlacement[]>
}
