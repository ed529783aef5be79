import { harmlessCell } from "./formats/harmless"
import type { Problem } from "./sink"

/** CSV of what was left out, in the order of the file; opened in a spreadsheet, no cell is taken for a formula. */
export function reportCsv(problems: readonly Problem[]): string {
  const rows = problems.map(({ line, level, code, key, message }) => [String(line), level, code, key ?? "", message])
  return [["line", "level", "code", "key", "message"], ...rows].map((row) => row.map(cell).join(",")).join("\n") + "\n"
}

/** The same a line at a time. */
export const REPORT_HEAD = "line,level,code,key,message\n"
export const reportLine = ({ line, level, code, key, message }: ReportRow): string =>
  [String(line), level, code, key ?? "", message].map(cell).join(",") + "\n"

type ReportRow = Pick<Problem, "line" | "level" | "code" | "message"> & { readonly key: string | null }

function cell(text: string): string {
  const harmless = harmlessCell(text)
  return /[",\n\r]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless
}
