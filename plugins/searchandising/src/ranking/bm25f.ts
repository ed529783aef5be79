export const FIELDS = ["title", "type", "name", "brand", "description"] as const
export type Field = (typeof FIELDS)[number]

export interface FieldWeight {
  readonly weight: number
  /** 0: length does not matter; 1: fully normalised by it. */
  readonly b: number
}

export interface RankingWeights {
  readonly fields: Readonly<Record<Field, FieldWeight>>
  readonly k1: number
  /** Exponent of the share of the query (by rarity) that the document has at all. */
  readonly coverage: number
  /** Factor (1 + this) for a document whose type is what the query names. */
  readonly typeMatch: number
}

/** What ranking needs to know about the whole index. */
export interface Corpus {
  readonly documents: number
  readonly averageLength: Readonly<Record<Field, number>>
  documentsWith(token: string): number
}

/** Tokens of one document by field. */
export type RankedDocument = Readonly<Record<Field, readonly string[]>>

/** What may stand for a part of the query: one word or a phrase; `weight` below 1 for a guess. */
export interface Alternative {
  readonly tokens: readonly string[]
  readonly weight: number
}

export interface QueryTerm {
  readonly alternatives: readonly Alternative[]
}

export interface RankedTerm {
  readonly token: string
  readonly score: number
  readonly fields: readonly Field[]
}

export interface Ranked {
  readonly score: number
  /** Share of the query, by rarity, that the document has: 0–1. */
  readonly coverage: number
  readonly terms: readonly RankedTerm[]
}

/** Robertson/Spärck Jones, never negative (Lucene's form). */
export const rarity = (documents: number, documentsWith: number): number =>
  Math.log(1 + (documents - Math.min(documents, documentsWith) + 0.5) / (Math.min(documents, documentsWith) + 0.5))

/**
 * BM25F (Robertson, Zaragoza 2004): term frequencies are weighted and length-normalised by field, summed over the
 * fields, then saturated once, so that a word in title and type does not count as two words.
 */
export function bm25f(
  document: RankedDocument,
  query: readonly QueryTerm[],
  corpus: Corpus,
  weights: RankingWeights,
): Ranked {
  let score = 0
  let found = 0
  let wanted = 0
  const terms: RankedTerm[] = []
  for (const term of query) {
    let best: RankedTerm | undefined
    let ceiling = 0
    for (const alternative of term.alternatives) {
      const idf = alternativeRarity(alternative, corpus)
      ceiling = Math.max(ceiling, idf)
      const ranked = rankAlternative(document, alternative, idf, { corpus, weights })
      if (ranked && (!best || ranked.score > best.score)) best = ranked
    }
    wanted += ceiling
    if (!best) continue
    found += ceiling
    score += best.score
    terms.push(best)
  }
  const coverage = wanted > 0 ? found / wanted : 0
  return { score: score * coverage ** weights.coverage, coverage, terms }
}

/** A phrase is as rare as its rarest word. */
const alternativeRarity = (alternative: Alternative, corpus: Corpus): number =>
  alternative.weight *
  Math.max(0, ...alternative.tokens.map((token) => rarity(corpus.documents, corpus.documentsWith(token))))

/** Every word of a phrase must be there; its frequency is that of its scarcest word. */
function rankAlternative(
  document: RankedDocument,
  alternative: Alternative,
  idf: number,
  { corpus, weights }: { readonly corpus: Corpus; readonly weights: RankingWeights },
): RankedTerm | undefined {
  let frequency = Infinity
  const fields = new Set<Field>()
  for (const token of alternative.tokens) {
    let own = 0
    for (const field of FIELDS) {
      const words = document[field]
      let count = 0
      for (const word of words) if (word === token) count++
      if (count === 0) continue
      fields.add(field)
      const { weight, b } = weights.fields[field]
      own += (weight * count) / (1 - b + (b * words.length) / Math.max(1, corpus.averageLength[field]))
    }
    if (own === 0) return undefined
    frequency = Math.min(frequency, own)
  }
  if (!Number.isFinite(frequency)) return undefined
  return {
    token: alternative.tokens.join(" "),
    score: (idf * frequency * (weights.k1 + 1)) / (weights.k1 + frequency),
    fields: [...fields],
  }
}
