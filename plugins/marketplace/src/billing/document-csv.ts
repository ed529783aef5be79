import { decimalText, type DocumentLocale } from "@gondola/ledger"
import type { DocumentRow } from "./document-rows"

const HEAD: Readonly<Record<DocumentLocale, readonly string[]>> = {
  fr: ["document", "date", "type", "libellé", "commande", "montant", "devise"],
  en: ["document", "date", "kind", "description", "order", "amount", "currency"],
}

/**
 * Entries of a document for a spreadsheet, in UTF-8 with its mark: French ones expect semicolons and decimal commas. A text
 * that a spreadsheet would run as a formula is kept as text.
 */
export function documentCsv(
  document: { readonly number: string; readonly currency: string },
  rows: readonly DocumentRow[],
  locale: DocumentLocale,
): string {
  const separator = locale === "fr" ? ";" : ","
  const lines = rows.map((row) => [
    document.number,
    row.day,
    row.kind,
    row.text,
    row.reference.replace("#", ""),
    locale === "fr" ? decimalText(row.amount).replace(".", ",") : decimalText(row.amount),
    document.currency,
  ])
  return `\ufeff${[HEAD[locale], ...lines].map((cells) => cells.map((cell) => csvCell(cell, separator)).join(separator)).join("\r\n")}\r\n`
}

const AMOUNT = /^-?\d+[.,]\d+$/

export function csvCell(cell: string, separator: string): string {
  const kept = /^[=+\-@\t\r]/.test(cell) && !AMOUNT.test(cell) ? `'${cell}` : cell
  return kept.includes(separator) || /["\r\n]/.test(kept) ? `"${kept.replace(/"/g, '""')}"` : kept
}
