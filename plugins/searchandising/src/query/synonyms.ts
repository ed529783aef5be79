import type { Alternative, QueryTerm } from "../ranking/bm25f"
import { queryTokens } from "../text/tokens"

export interface SynonymSet {
  readonly kind: "EQUIVALENT" | "ONE_WAY"
  /** ONE_WAY: the first also finds the others, not the reverse. */
  readonly words: readonly string[]
}

/** A phrase of the query and what else it finds. */
export interface Expansion {
  readonly from: readonly string[]
  readonly to: readonly (readonly string[])[]
}

const SYNONYM_WEIGHT = 0.9
const LONGEST_PHRASE = 4

/** Sets by their phrases. Never chained: what a synonym finds is not looked up again. */
export function expansionsOf(sets: readonly SynonymSet[]): ReadonlyMap<string, Expansion> {
  const byPhrase = new Map<string, { from: readonly string[]; to: (readonly string[])[] }>()
  for (const set of sets) {
    const phrases = set.words.map(queryTokens).filter((tokens) => tokens.length > 0)
    phrases.forEach((from, index) => {
      if (set.kind === "ONE_WAY" && index > 0) return
      const key = from.join(" ")
      const entry = byPhrase.get(key) ?? { from, to: [] }
      byPhrase.set(key, entry)
      for (const to of phrases)
        if (to.join(" ") !== key && !entry.to.some((known) => known.join(" ") === to.join(" "))) entry.to.push(to)
    })
  }
  return byPhrase
}

/**
 * The query as terms: the longest phrase that has synonyms becomes one term with its alternatives, every other word
 * one of its own. `words` may carry spellings that stand beside a word.
 */
export function expand(
  words: readonly { readonly token: string; readonly alternatives: readonly Alternative[] }[],
  expansions: ReadonlyMap<string, Expansion>,
): { terms: QueryTerm[]; used: Expansion[] } {
  const terms: QueryTerm[] = []
  const used: Expansion[] = []
  for (let at = 0; at < words.length;) {
    let size = Math.min(LONGEST_PHRASE, words.length - at)
    let found: Expansion | undefined
    for (; size > 0 && !found; size--)
      found = expansions.get(
        words
          .slice(at, at + size)
          .map((word) => word.token)
          .join(" "),
      )
    if (!found) {
      terms.push({ alternatives: words[at]?.alternatives ?? [] })
      at++
      continue
    }
    used.push(found)
    const own: readonly Alternative[] =
      found.from.length === 1 ? (words[at]?.alternatives ?? []) : [{ tokens: found.from, weight: 1 }]
    terms.push({ alternatives: [...own, ...found.to.map((tokens) => ({ tokens, weight: SYNONYM_WEIGHT }))] })
    at += found.from.length
  }
  return { terms, used }
}
