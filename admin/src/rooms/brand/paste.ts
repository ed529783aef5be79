import { parseMicros } from "../../i18n/money"

export type TargetKind = "KEYWORD_EXACT" | "KEYWORD_PHRASE" | "KEYWORD_BROAD" | "CATEGORY"

export interface TargetRow {
  kind: TargetKind
  value: string
  /** As typed, so that a mistake can be seen and mended. */
  bid: string
}

const KINDS: readonly [RegExp, TargetKind][] = [
  [/^(exact|exacte|keyword_exact)$/i, "KEYWORD_EXACT"],
  [/^(phrase|expression|keyword_phrase)$/i, "KEYWORD_PHRASE"],
  [/^(broad|large|keyword_broad)$/i, "KEYWORD_BROAD"],
  [/^(category|cat[ée]gorie|rayon)$/i, "CATEGORY"],
]

const HEADER = /^(keyword|mot[- ]cl[ée]|target|cible|value|valeur)s?$/i

const kindOf = (cell: string): TargetKind | undefined => KINDS.find(([pattern]) => pattern.test(cell))?.[1]

/** Excel and Sheets copy with tabs; a CSV may use semicolons. A comma stays: it is the decimal sign of many bids. */
const cellsOf = (line: string): string[] =>
  line.split(line.includes("\t") ? "\t" : ";").map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .replace(/""/g, '"'),
  )

/**
 * Rows copied from a spreadsheet: keyword, match and bid in any order after the keyword; what is missing comes from
 * `defaults`. Headers, empty lines and repeated targets are left out.
 */
export function parsePaste(text: string, defaults: { kind: TargetKind; bid: string }): TargetRow[] {
  const rows = new Map<string, TargetRow>()
  for (const line of text.split(/\r?\n/)) {
    const [value = "", ...rest] = cellsOf(line)
    if (!value || HEADER.test(value)) continue
    const kind = rest.map(kindOf).find(Boolean) ?? defaults.kind
    const bid =
      rest.find((cell) => parseMicros(cell) !== undefined) ?? rest.find((c) => c && !kindOf(c)) ?? defaults.bid
    rows.set(`${kind} ${value.toLowerCase()}`, { kind, value, bid })
  }
  return [...rows.values()]
}

/** A cell copied alone is ordinary typing; only a table is taken as rows. */
export const isTable = (text: string): boolean => /[\t\n]/.test(text.trim()) || /;.*\d/.test(text)
