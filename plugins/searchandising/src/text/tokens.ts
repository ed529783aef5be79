import { singular } from "./singular"
import { foldQuantities } from "./units"

const STOP_WORDS = new Set(
  (
    "the of for with and in on to an from by at or " +
    "le la les de du des un une et pour avec en au aux ou par sur dans"
  ).split(" "),
)

const MARKS = /[\u0300-\u036f]/g
const SIGNS = /[®™©]/g

/** Spellings of one word that no rule joins. */
const COMPOUNDS: readonly (readonly [RegExp, string])[] = [
  [/\bwi[\s-]fi\b/g, "wifi"],
  [/\bblu[\s-]ray\b/g, "bluray"],
  [/\be-mail\b/g, "email"],
  [/\busb[\s-]?(?:type[\s-]?)c\b/g, "usb c"],
  [/\busbc\b/g, "usb c"],
  [/\bt-shirt/g, "tshirt"],
]

/** Lower case, no accents, no trade-mark signs, French elisions (l', d') taken off, one space between words. */
export function normalise(text: string): string {
  let plain = text
    .replace(SIGNS, " ")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(/[’‘`´]/g, "'")
    .replace(/(^|[^\p{L}\d])(?:[ldjmtsnc]|qu)'(?=\p{L})/gu, "$1")
    .replace(/'s\b/g, "")
  for (const [pattern, word] of COMPOUNDS) plain = plain.replace(pattern, word)
  return plain.replace(/\s+/g, " ").trim()
}

const WORD = /[\p{L}\d]+(?:[-/._+][\p{L}\d]+)*/gu

/** A word as the index knows it, and as somebody wrote it. */
export interface Word {
  readonly token: string
  readonly surface: string
}

/**
 * The words of a text, in order, as the index and the queries know them. A part number written with hyphens counts
 * as its parts and, when it has a digit, as the joined whole.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const [word] of foldQuantities(normalise(text)).matchAll(WORD)) {
    const parts = word.split(/[-/._+]/)
    for (const part of parts) words.push({ token: singular(part).slice(0, 60), surface: part })
    if (parts.length > 1 && /\d/.test(word)) {
      const whole = parts.join("").slice(0, 60)
      words.push({ token: whole, surface: whole })
    }
  }
  return words
}

export const tokenise = (text: string): string[] => wordsOf(text).map((word) => word.token)

/** Tokens of a query: as in a document, without joined wholes, stop words and repetition. Never empty for a word. */
export function queryTokens(query: string): string[] {
  const all: string[] = []
  for (const [word] of foldQuantities(normalise(query.slice(0, 200))).matchAll(WORD))
    for (const part of word.split(/[-/._+]/)) all.push(singular(part).slice(0, 60))
  const kept = all.filter((token) => !STOP_WORDS.has(token))
  return [...new Set(kept.length > 0 ? kept : all)].slice(0, 12)
}
