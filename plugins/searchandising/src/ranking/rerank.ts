import { bm25f, FIELDS, type Corpus, type Field, type QueryTerm, type RankedTerm, type RankingWeights } from "./bm25f"

/** A hit of the engine with the words of its fields, space between. */
export interface Rerankable {
  readonly id: string
  readonly words: Readonly<Record<Field, string>>
}

export interface Reranked<T extends Rerankable> {
  readonly hit: T
  readonly score: number
  readonly coverage: number
  readonly terms: readonly RankedTerm[]
  readonly typeMatches: boolean
}

/**
 * Orders the engine's window by BM25F. `typeWords` are the words that the index keeps for the type the query names:
 * a document of that type has them all in its type field.
 */
export function rerank<T extends Rerankable>(
  hits: readonly T[],
  query: { readonly terms: readonly QueryTerm[]; readonly typeWords: readonly string[] },
  corpus: Corpus,
  weights: RankingWeights,
): Reranked<T>[] {
  const { typeWords } = query
  return hits
    .map((hit, place) => {
      const document = Object.fromEntries(
        FIELDS.map((field) => [field, hit.words[field] ? hit.words[field].split(" ") : []]),
      ) as Record<Field, string[]>
      const { score, coverage, terms } = bm25f(document, query.terms, corpus, weights)
      const typeMatches = typeWords.length > 0 && typeWords.every((word) => document.type.includes(word))
      return { hit, place, coverage, terms, typeMatches, score: typeMatches ? score * (1 + weights.typeMatch) : score }
    })
    .sort((a, b) => b.score - a.score || a.place - b.place)
}
