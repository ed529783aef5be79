import type { Problem } from "./sink"

/** CSV of what was left out, in the order of the file; opened in a spreadsheet, no cell is taken for a formula. */
export function reportCsv(problems: readonly Problem[]): string {
  const rows = problems.map(({ line, level, code, key, message }) => [String(line), level, code, key ?? "", message])
  return [["line", "level", "code", "key", "message"], ...rows].map((row) => row.map(cell).join(",")).join("\n") + "\n"
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless
}
