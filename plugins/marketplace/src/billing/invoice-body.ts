import { cents, shareHalfUp, sum, type Cents } from "@gondola/kit"
import type {
  CorrectedDocument,
  DocumentLine,
  EntryKind,
  InvoiceBody,
  VatBreakdown,
  VatCategory,
} from "@gondola/ledger"
import type { FeeVat } from "../vat/fee-vat"
import type { FeeDetail } from "./details"
import { lineLabel } from "./labels"

/** French VAT rates that a fee may bear (CGI art. 278, 296), in basis points. */
const FEE_RATES = [2000, 850] as const

/** What the VAT of the entries lacks (positive) or has too much to be rate × sum. */
export interface VatRounding {
  readonly rateBps: number
  readonly amount: Cents
}

interface Taxed {
  readonly category: FeeCategory
  readonly rateBps: number
}

/**
 * Which VAT the entries of one journal bear. The booked amounts decide, not today's status of the seller: it may have moved
 * or registered since. A fee booked without VAT follows the status; where that would ask for VAT, the fee is outside it (an
 * indemnity, or booked before the book knew VAT).
 */
export function taxOf(detail: Pick<FeeDetail, "net" | "vat">, status: FeeVat): Taxed {
  if (detail.vat !== 0) {
    const off = (rate: number): number => Math.abs(detail.vat - shareHalfUp(detail.net, rate))
    const rates = [...(status.rateBps > 0 ? [status.rateBps] : []), ...FEE_RATES]
    return { category: "S", rateBps: rates.reduce((best, rate) => (off(rate) < off(best) ? rate : best)) }
  }
  if (status.treatment === "reverse_charge") return { category: "AE", rateBps: 0 }
  if (status.treatment === "outside_eu") return { category: "G", rateBps: 0 }
  // A fee of a cent or two bears a VAT of nothing.
  return shareHalfUp(detail.net, status.rateBps) === 0
    ? { category: "S", rateBps: status.rateBps }
    : { category: "E", rateBps: 0 }
}

/** A fee is a service between businesses: nothing of it is imported, nothing taxed at zero. */
type FeeCategory = Exclude<VatCategory, "O" | "Z">

const REASONS = { S: null, AE: "reverse_charge", G: "outside_eu", E: "no_consideration" } as const

/**
 * The body of an invoice, or of a credit note where `corrects` is given: a line for each kind of fee and VAT. VAT is rate ×
 * sum, as EN 16931 asks (BR-CO-17); the cent or two that the entries differ from it come back as `roundings` to be booked.
 */
export function invoiceBody(
  details: readonly FeeDetail[],
  status: FeeVat,
  correction: { readonly corrects: CorrectedDocument; readonly reason: string | null } | null = null,
): { body: InvoiceBody; roundings: VatRounding[] } {
  const taxed = details.map((detail) => ({ detail, ...taxOf(detail, status) }))
  const by = <T>(key: (each: (typeof taxed)[number]) => string, make: (group: typeof taxed) => T): T[] => {
    const groups = new Map<string, typeof taxed>()
    for (const each of taxed) groups.set(key(each), [...(groups.get(key(each)) ?? []), each])
    return [...groups.values()].map(make)
  }
  const lines: DocumentLine[] = by(
    (each) => [each.detail.kind, each.category, each.rateBps].join("|"),
    (group) => ({
      label: lineLabel(group[0]!.detail.kind as EntryKind, group.length),
      count: group.length,
      net: sum(group.map((each) => each.detail.net)),
      category: group[0]!.category,
      rateBps: group[0]!.rateBps,
    }),
  )
  const roundings: VatRounding[] = []
  const vat: VatBreakdown[] = by(
    (each) => [each.category, each.rateBps].join("|"),
    (group) => {
      const { category, rateBps } = group[0]!
      const base = sum(group.map((each) => each.detail.net))
      const due = shareHalfUp(base, rateBps)
      const off = due - sum(group.map((each) => each.detail.vat))
      if (off !== 0) roundings.push({ rateBps, amount: cents(off) })
      return { category, rateBps, base, vat: due, reason: REASONS[category] }
    },
  )
  const net = sum(lines.map((line) => line.net))
  const vatTotal = sum(vat.map((each) => each.vat))
  return {
    body: {
      type: "invoice",
      lines,
      vat,
      net,
      vatTotal,
      gross: cents(net + vatTotal),
      corrects: correction?.corrects ?? null,
      reason: correction?.reason ?? null,
    },
    roundings,
  }
}
