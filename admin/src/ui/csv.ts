import type { Language } from "../i18n/money"

/** A cell that a spreadsheet would run as a formula is kept as text; a plain number stays one. */
const harmless = (cell: string): string =>
  /^[=+\-@\t\r]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell

const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell

/** RFC 4180, with the separator that the language's spreadsheets expect. */
export function toCsv(rows: readonly (readonly string[])[], language: Language): string {
  const separator = language === "fr" ? ";" : ","
  return rows.map((row) => row.map((cell) => quoted(harmless(cell), separator)).join(separator)).join("\r\n") + "\r\n"
}

/** The mark at the start tells spreadsheets that it is UTF-8. */
export function downloadCsv(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob(["\ufeff", csv], { type: "text/csv;charset=utf-8" }))
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
