import { type Cents, cents, sum } from "@gondola/kit"
import type { CorrectedDocument, DocumentLine, InvoiceBody, SaleNote, VatBreakdown } from "@gondola/ledger"
import type { DocumentPart } from "./plan-sale-documents"
import type { SaleVat } from "./vat-of-sale"

/** One line as it is printed: its words and its VAT. */
export interface SaidPart extends DocumentPart {
  readonly label: DocumentLine["label"]
  readonly vatOf: SaleVat
}

/**
 * The figures of an invoice or, with what it corrects, of a credit note. Prices hold their VAT: the net is what is left of
 * what was paid, line by line, so that the sum is the shopper's own to the cent.
 */
export function saleBody(
  parts: readonly SaidPart[],
  sale: SaleNote,
  corrects: CorrectedDocument | null = null,
): InvoiceBody {
  const signed = (amount: number): Cents => cents(corrects && amount !== 0 ? -amount : amount)
  const lines = parts.map((part): DocumentLine => ({
    label: part.label,
    count: part.quantity,
    net: signed(part.gross - part.vat),
    category: part.vatOf.category,
    rateBps: part.vatOf.rateBps,
    vat: signed(part.vat),
  }))
  const vat = breakdowns(parts, lines)
  const net = sum(lines.map((line) => line.net))
  const vatTotal = sum(vat.map((each) => each.vat))
  return { type: "invoice", lines, vat, net, vatTotal, gross: cents(net + vatTotal), corrects, reason: null, sale }
}

function breakdowns(parts: readonly SaidPart[], lines: readonly DocumentLine[]): VatBreakdown[] {
  const keyOf = (line: Pick<DocumentLine, "category" | "rateBps">): string => `${line.category}:${line.rateBps}`
  return [...new Set(lines.map(keyOf))].map((key) => {
    const own = lines.filter((line) => keyOf(line) === key)
    const { category, rateBps, reason } = parts.find((part) => keyOf(part.vatOf) === key)!.vatOf
    return {
      category,
      rateBps,
      base: sum(own.map((line) => line.net)),
      vat: sum(own.map((line) => line.vat ?? cents(0))),
      reason,
    }
  })
}
