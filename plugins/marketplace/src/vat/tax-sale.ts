import { allocate, type Cents, cents, sum } from "@gondola/kit"
import { inEu } from "./eu"
import { type Accountable, accountableFor } from "./sale-vat"
import type { TaxedPart } from "./tax-lines"
import { vatWithin } from "./vat-within"

/** One trader's part of a sale, amounts as the shopper paid them. */
export interface TaxableGroup {
  readonly sellerId: string | null
  /** Null for the retailer. */
  readonly seller: {
    readonly countryCode: string
    readonly dispatchCountry: string
    readonly vatNumber: string | null
  } | null
  readonly currency: string
  readonly lines: readonly { readonly lineId: string; readonly total: Cents; readonly vatBps: number }[]
  readonly delivery: { readonly total: Cents; readonly vatBps: number }
}

/**
 * A seller without a VAT number charges none (CGI art. 293 B; directive 2006/112/EC art. 284), and what the buyer imports is
 * taxed by the customs: the price is the same, no VAT is within it.
 */
const untaxed = (accountable: Accountable, seller: TaxableGroup["seller"]): boolean =>
  accountable === "importer" || (accountable === "seller" && !seller?.vatNumber)

/**
 * The VAT within each line and the delivery, and who declares it. The threshold of imports is in euros: a consignment in
 * another currency counts as below it, so that no VAT goes undeclared.
 */
export function taxSale(group: TaxableGroup): TaxedPart[] {
  const value = cents(sum(group.lines.map((line) => cents(line.total - vatWithin(line.total, line.vatBps)))))
  const accountable = accountableFor({
    seller: group.seller,
    consignmentValue: group.currency === "EUR" ? value : cents(0),
  })
  const imported = group.seller !== null && !inEu(group.seller.dispatchCountry)
  const part = (lineId: string | null, gross: Cents, askedBps: number): TaxedPart => {
    const rateBps = untaxed(accountable, group.seller) ? 0 : askedBps
    const taxCode = `${imported ? "IOSS" : "FR"}:${rateBps}`
    return { sellerId: group.sellerId, lineId, rateBps, gross, vat: vatWithin(gross, rateBps), accountable, taxCode }
  }
  return [
    ...group.lines.map((line) => part(line.lineId, line.total, line.vatBps)),
    part(null, group.delivery.total, group.delivery.vatBps),
  ]
}

/** The part of the delivery that falls on each line, for rules whose base holds it; exact to the cent. */
export const deliveryShares = (group: Pick<TaxableGroup, "lines" | "delivery">): Cents[] =>
  allocate(
    group.delivery.total,
    group.lines.map((line) => line.total),
  )
