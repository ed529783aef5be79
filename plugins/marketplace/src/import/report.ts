import { harmlessCell } from "./formats/harmless"
import { problemIn } from "./problem-words"
import type { Problem } from "./sink"

/** CSV of what was left out, in the order of the file; opened in a spreadsheet, no cell is taken for a formula. */
export function reportCsv(problems: readonly Problem[]): string {
  const rows = problems.map(({ line, level, code, key, message }) => [String(line), level, code, key ?? "", message])
  return [["line", "level", "code", "key", "message"], ...rows].map((row) => row.map(cell).join(",")).join("\n") + "\n"
}

const WORDS = {
  fr: { head: ["ligne", "niveau", "code", "référence", "message"], error: "erreur", warning: "avertissement" },
  en: { head: ["line", "level", "code", "key", "message"], error: "error", warning: "warning" },
} as const

/** The same a line at a time, in the language of who reads it. */
export const reportHead = (locale: "fr" | "en"): string => `${WORDS[locale].head.join(",")}\n`
export const reportLine = (row: ReportRow, locale: "fr" | "en"): string =>
  [String(row.line), WORDS[locale][row.level], row.code, row.key ?? "", problemIn(locale, row)].map(cell).join(",") +
  "\n"

type ReportRow = Pick<Problem, "line" | "level" | "code" | "message"> & { readonly key: string | null }

function cell(text: string): string {
  const harmless = harmlessCell(text)
  return /[",\n\r]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless
}
