import type { QueryTerm } from "../ranking/bm25f"

/** A word that more documents than this share have says little alone. */
const COMMON_SHARE = 0.03
/** Fewer full matches than this are filled up. */
export const ENOUGH = 24
/** Hits that are ranked by ourselves. */
export const WINDOW = 200

/** The terms that may fill a thin result: the rare ones, or the rarest of all when every word is common. */
export function rareTerms(
  terms: readonly QueryTerm[],
  documents: number,
  documentsWith: (token: string) => number,
): QueryTerm[] {
  if (terms.length < 2) return [...terms]
  const frequency = (term: QueryTerm) =>
    Math.max(0, ...term.alternatives.map(({ tokens }) => Math.min(...tokens.map(documentsWith))))
  const known = terms.filter((term) => frequency(term) > 0)
  const rare = known.filter((term) => frequency(term) <= documents * COMMON_SHARE)
  if (rare.length > 0) return rare
  return [...known].sort((a, b) => frequency(a) - frequency(b)).slice(0, 1)
}
