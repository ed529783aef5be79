import type { Alternative } from "../ranking/bm25f"
import type { WordAnalysis } from "../providers/postgres/plan"

export interface SpelledWord {
  readonly token: string
  /** As a person would write it. */
  readonly surface?: string
  readonly alternatives: readonly Alternative[]
}

export interface Spelled {
  readonly words: readonly SpelledWord[]
  /** The words that are searched, when a typed one is unknown. */
  readonly corrected: readonly string[] | null
}

/** What may also be one word, or several: "smart watch" and "smartwatch", "iphone11" and "iphone 11". */
export function probesOf(tokens: readonly string[]): string[] {
  const joined = tokens.slice(1).map((token, i) => `${tokens[i]}${token}`)
  return [...joined, ...tokens.flatMap(partsOf)]
}

const partsOf = (token: string): string[] => {
  const parts = token.match(/[a-z]+|\d+/g) ?? []
  return parts.length === 2 && token.length > 3 ? parts : []
}

/**
 * Known words stand. An unknown one is first tried in parts, then as the beginning of a known word when it is the
 * last, then as a slip of the finger; the best guess leads, the others stand beside it.
 */
export function spell(tokens: readonly string[], analysis: WordAnalysis): Spelled {
  let changed = false
  const words: SpelledWord[] = tokens.flatMap((token, i): SpelledWord[] => {
    const known = analysis.documentsWith[token]
    const joined = [`${tokens[i - 1] ?? ""}${token}`, `${token}${tokens[i + 1] ?? ""}`].filter(
      (word) => word !== token && (analysis.documentsWith[word] ?? 0) > 1,
    )
    const beside = joined.map((word) => ({ tokens: [word], weight: 0.9 }))
    if (known) return [{ token, alternatives: [{ tokens: [token], weight: 1 }, ...beside] }]
    const parts = partsOf(token)
    if (parts.length > 0 && parts.every((part) => analysis.documentsWith[part]))
      return parts.map((part) => ({ token: part, alternatives: [{ tokens: [part], weight: 1 }] }))
    if (beside.length > 0) return [{ token, alternatives: [{ tokens: [token], weight: 1 }, ...beside] }]
    const completions = i === tokens.length - 1 && token.length >= 4 ? analysis.completions : []
    const corrections = analysis.corrections[token] ?? []
    const guesses = completions.length > 0 ? completions : corrections
    const [best, ...others] = guesses
    if (!best) return [{ token, alternatives: [{ tokens: [token], weight: 1 }] }]
    if (completions.length === 0) changed = true
    return [
      {
        token: best.word,
        surface: best.surface,
        alternatives: [
          { tokens: [best.word], weight: 1 },
          ...others.map(({ word }) => ({ tokens: [word], weight: 0.6 })),
        ],
      },
    ]
  })
  return { words, corrected: changed ? words.map((word) => word.surface ?? word.token) : null }
}
