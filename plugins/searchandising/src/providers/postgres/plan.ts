import type { Field, QueryTerm } from "../../ranking/bm25f"
import type { Locale } from "../../ports"

export const POSTGRES_PROVIDER = "gondola-postgres"

/** One facet that the shopper filtered; its own counts ignore it. */
export interface FilterGroup {
  readonly field: string
  readonly values?: readonly string[]
  /** In the scope: few documents hold it, so an index is worth its while. */
  readonly selective?: boolean
  /** Inclusive, of a numeric field. */
  readonly min?: number
  readonly max?: number
}

export interface FacetRequest {
  /** Always answered, when the result has any value of it. */
  readonly fields: readonly string[]
  /** So many more, the best covered of the dynamic attributes. */
  readonly dynamic: number
  readonly valuesPerField: number
  /** Numeric field with bounds and histogram. */
  readonly histogram?: string
}

/** What one retrieval needs. Comes whole from the pipeline; the provider only runs it. */
export interface RetrievalPlan {
  /** Empty: everything in the scope. */
  readonly terms: readonly QueryTerm[]
  /** Groups of alternatives worth searching alone when too few documents have all the terms. */
  readonly rareTerms: readonly QueryTerm[]
  /** Words that the index keeps for the type the query names; empty when it names none. */
  readonly typeWords: readonly string[]
  /** Fewer full matches than this are filled up by the rare terms. */
  readonly enough: number
  /** Hard conditions: every field must have one of its values. No filter of a shopper can widen them. */
  readonly scope: readonly FilterGroup[]
  readonly filters: readonly FilterGroup[]
  readonly facets: FacetRequest
  readonly sort: { readonly field: string; readonly descending: boolean } | null
  readonly skip: number
  readonly take: number
  /** Which of these lie in the scope and pass the filters, whatever the text. */
  readonly present: readonly string[]
  readonly locale: Locale
}

export interface Candidate {
  readonly id: string
  readonly score: number
  readonly every: boolean
  readonly brand: string | null
  /** Tokens by field, space between. */
  readonly words: Readonly<Record<Field, string>>
}

export interface FieldCounts {
  readonly field: string
  readonly label: string
  readonly unit: string | null
  readonly dynamic: boolean
  readonly documents: number
  readonly values: readonly { readonly value: string; readonly label: string; readonly count: number }[]
}

export interface RetrievalResult {
  readonly total: number
  /** Full matches were too few: rare terms filled up. */
  readonly filled: boolean
  /** Documents with every term. */
  readonly every: number
  readonly candidates: readonly Candidate[]
  readonly present: readonly string[]
  readonly facets: readonly FieldCounts[]
  readonly histogram: {
    readonly min: number
    readonly max: number
    readonly bars: readonly { readonly from: number; readonly to: number; readonly count: number }[]
  } | null
}

/** Folded, as the index searches it, and as somebody wrote it. */
export interface KnownWord {
  readonly word: string
  readonly surface: string
}

/** What the index knows about words. */
export interface WordAnalysis {
  readonly documents: number
  readonly averageLength: Readonly<Record<Field, number>>
  readonly documentsWith: Readonly<Record<string, number>>
  /** For unknown words: the nearest known ones, best first. */
  readonly corrections: Readonly<Record<string, readonly KnownWord[]>>
  /** For an unknown last word: known words that begin with it, most frequent first. */
  readonly completions: readonly KnownWord[]
}

export type ProviderOptions =
  | { readonly retrieve: RetrievalPlan }
  | { readonly analyse: { readonly words: readonly string[]; readonly probes: readonly string[] } }
  | { readonly complete: { readonly prefix: string; readonly limit: number } }

export const NO_FACETS: FacetRequest = { fields: [], dynamic: 0, valuesPerField: 0 }
