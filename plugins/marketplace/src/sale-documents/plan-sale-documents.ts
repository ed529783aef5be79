import { type Cents, cents } from "@gondola/kit"
import { nextPart } from "../vat/vat-within"

/** A line of one trader's part; `lineId` null is its delivery, one unit that travels with the first parcel. */
export interface BillableLine {
  readonly lineId: string | null
  readonly quantity: number
  /** What the shopper paid for all of it. */
  readonly total: Cents
  /** The VAT within. */
  readonly vat: Cents
  /** Units refused or cancelled before they were sent. */
  readonly gone: number
  /** Money given back so far, for whatever reason. */
  readonly refunded: Cents
  /** Units that came back. */
  readonly returned: number
}

export interface DocumentPart {
  readonly lineId: string | null
  readonly quantity: number
  readonly gross: Cents
  readonly vat: Cents
}

/** One that was issued; a credit note's amounts are positive here. */
export interface IssuedPart {
  readonly id: string
  readonly parcelId: string | null
  readonly corrects: string | null
  readonly lines: readonly DocumentPart[]
}

export interface SalePart {
  readonly lines: readonly BillableLine[]
  /** That left, oldest first. */
  readonly parcels: readonly { readonly id: string; readonly units: ReadonlyMap<string, number> }[]
  /** Oldest first. */
  readonly issued: readonly IssuedPart[]
}

export interface PlannedInvoice {
  readonly parcelId: string
  readonly lines: readonly DocumentPart[]
}

export interface PlannedCredit {
  readonly invoiceId: string
  readonly lines: readonly DocumentPart[]
}

/**
 * The share of `amount` that the first `done` of `whole` bear, half a cent down: what is left for the rest is exactly what a
 * refusal gives back for it, half a cent up.
 */
export function shareOfFirst(amount: number, done: number, whole: number): Cents {
  if (whole === 0) return cents(0)
  const rest = BigInt(whole - done)
  return cents(amount - Number((2n * BigInt(amount) * rest + BigInt(whole)) / (2n * BigInt(whole))))
}

const totalOf = (
  parts: readonly DocumentPart[],
  lineId: string | null,
): { units: number; gross: number; vat: number } =>
  parts
    .filter((part) => part.lineId === lineId)
    .reduce(
      (sum, part) => ({ units: sum.units + part.quantity, gross: sum.gross + part.gross, vat: sum.vat + part.vat }),
      {
        units: 0,
        gross: 0,
        vat: 0,
      },
    )

/** An invoice for each parcel that has none, of nothing too: what was billed tells which units come next. */
export function planInvoices({ lines, parcels, issued }: SalePart): PlannedInvoice[] {
  const billed = issued.filter((each) => each.parcelId !== null).flatMap((each) => each.lines)
  const known = new Set(issued.map((each) => each.parcelId))
  const planned: PlannedInvoice[] = []
  for (const parcel of parcels) {
    if (known.has(parcel.id)) continue
    const first = billed.length === 0
    const own = lines.flatMap((line): DocumentPart[] => {
      const quantity = line.lineId === null ? (first ? 1 : 0) : (parcel.units.get(line.lineId) ?? 0)
      if (quantity === 0) return []
      const before = totalOf(billed, line.lineId)
      const gross = cents(shareOfFirst(line.total, before.units + quantity, line.quantity) - before.gross)
      const vat = cents(shareOfFirst(line.vat, before.gross + gross, line.total) - before.vat)
      return line.lineId === null && gross === 0 ? [] : [{ lineId: line.lineId, quantity, gross, vat }]
    })
    billed.push(...own)
    planned.push({ parcelId: parcel.id, lines: own })
  }
  return planned
}

/**
 * What was billed and is given back, oldest invoice first. Money for units that never left was never billed and needs no
 * credit note; money given back for units that are billed later is credited then.
 */
export function planCredits({ lines, issued }: SalePart): PlannedCredit[] {
  const invoices = issued.filter((each) => each.corrects === null)
  const planned = new Map<string, DocumentPart[]>()
  for (const line of lines) {
    const credited = totalOf(
      issued.filter((each) => each.corrects !== null).flatMap((each) => each.lines),
      line.lineId,
    )
    const billed = totalOf(
      invoices.flatMap((each) => each.lines),
      line.lineId,
    )
    const neverSent = line.total - shareOfFirst(line.total, line.quantity - line.gone, line.quantity)
    let due = Math.min(billed.gross, line.refunded - neverSent) - credited.gross
    let units = Math.max(0, line.returned - credited.units)
    for (const invoice of invoices) {
      if (due <= 0) break
      const part = creditOn(issued, invoice, { lineId: line.lineId, due, units })
      if (!part) continue
      planned.set(invoice.id, [...(planned.get(invoice.id) ?? []), part])
      due -= part.gross
      units -= part.quantity
    }
  }
  return [...planned].map(([invoiceId, parts]) => ({ invoiceId, lines: parts }))
}

/** As much as one invoice still says of a line; its VAT is gone when its price is. */
function creditOn(
  issued: readonly IssuedPart[],
  invoice: IssuedPart,
  { lineId, due, units }: { readonly lineId: string | null; readonly due: number; readonly units: number },
): DocumentPart | null {
  const said = totalOf(invoice.lines, lineId)
  const back = totalOf(
    issued.filter((each) => each.corrects === invoice.id).flatMap((each) => each.lines),
    lineId,
  )
  const gross = cents(Math.min(due, said.gross - back.gross))
  if (gross <= 0) return null
  const vat = nextPart(cents(said.vat), cents(said.gross), cents(back.gross + gross), cents(back.vat))
  return { lineId, quantity: Math.min(units, said.units - back.units), gross, vat }
}
