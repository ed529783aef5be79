import { cents, GondolaError, shareHalfUp, sum } from "@gondola/kit"
import type { DocumentDraft, InvoiceBody, StatementBody, VatBreakdown } from "./document"

export type DocumentErrorCode = "DOCUMENT_FIGURES" | "DOCUMENT_ENTRY_TAKEN"

/**
 * Refuses a document whose figures do not add up: EN 16931 rules BR-CO-10, 13, 14, 15 and 17 for invoices, opening plus
 * movements for statements, and the sign of a credit note.
 * @throws DOCUMENT_FIGURES
 */
export function checkedDocument(draft: DocumentDraft): DocumentDraft {
  const { body } = draft.content
  const wrong = body.type === "invoice" ? invoiceFault(body) : statementFault(body)
  const kind = kindFault(draft)
  if (wrong ?? kind)
    throw new GondolaError<DocumentErrorCode>(
      "DOCUMENT_FIGURES",
      `Document ${draft.businessKey} was not issued: ${wrong ?? kind}`,
    )
  return draft
}

function kindFault({ kind, content: { body } }: DocumentDraft): string | null {
  if ((kind === "statement") !== (body.type === "statement")) return "its kind is not that of its content"
  if (body.type === "statement") return null
  if (kind === "credit_note" || kind === "sale_credit_note")
    return body.corrects === null
      ? "a credit note names its invoice"
      : body.gross > 0 || body.lines.some((line) => line.net > 0)
        ? "a credit note is negative"
        : null
  if (body.corrects !== null) return "only a credit note corrects"
  return body.lines.some((line) => line.net < 0) ? "an invoice has no negative line" : null
}

/**
 * EN 16931 has VAT at base × rate. Where prices hold it, each line has its own share of what was paid, rounded by itself: the
 * sum may be off by a cent or two a line, which the rules' own tolerance allows.
 */
const vatWithinTolerance = (body: InvoiceBody, each: VatBreakdown, lines: number): boolean =>
  Math.abs(each.vat - shareHalfUp(each.base, each.rateBps)) <= (body.sale ? 2 * lines : 0)

function invoiceFault(body: InvoiceBody): string | null {
  if (body.lines.length === 0) return "it has no line"
  if (sum(body.lines.map((line) => line.net)) !== body.net) return "its lines do not add up to its net (BR-CO-10)"
  if (sum(body.vat.map((each) => each.vat)) !== body.vatTotal) return "its VAT does not add up (BR-CO-14)"
  if (body.net + body.vatTotal !== body.gross) return "net and VAT are not its total (BR-CO-15)"
  for (const each of body.vat) {
    const own = body.lines.filter((line) => line.category === each.category && line.rateBps === each.rateBps)
    const base = sum(own.map((line) => line.net))
    if (body.sale && sum(own.map((line) => line.vat ?? cents(0))) !== each.vat)
      return `VAT ${each.category} is not that of its lines`
    if (base !== each.base) return `the base of VAT ${each.category} is not that of its lines (BR-S-08)`
    if (!vatWithinTolerance(body, each, own.length)) return `VAT ${each.category} is not its base × rate (BR-CO-17)`
    if ((each.category === "S" || each.category === "Z") !== (each.reason === null))
      return `VAT ${each.category} needs its reason, and only it`
  }
  if (sum(body.vat.map((each) => each.base)) !== body.net) return "a line is missing from the VAT breakdown (BR-CO-18)"
  return null
}

const statementFault = (body: StatementBody): string | null =>
  body.opening + sum(body.movements.map((each) => each.amount)) === body.closing
    ? null
    : "its movements do not lead from the opening to the closing balance"
