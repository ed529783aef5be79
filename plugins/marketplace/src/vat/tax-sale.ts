import { allocate, type Cents, cents, sum } from "@gondola/kit"
import { inEu } from "./eu"
import { accountableFor } from "./sale-vat"
import type { TaxedPart } from "./tax-lines"
import { vatWithin } from "./vat-within"

/** One trader's part of a sale, amounts as the shopper paid them. */
export interface TaxableGroup {
  readonly sellerId: string | null
  /** Null for the retailer. */
  readonly seller: { readonly countryCode: string; readonly dispatchCountry: string } | null
  readonly currency: string
  readonly lines: readonly { readonly lineId: string; readonly total: Cents; readonly vatBps: number }[]
  readonly delivery: { readonly total: Cents; readonly vatBps: number }
}

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
  const part = (lineId: string | null, gross: Cents, rateBps: number): TaxedPart => ({
    sellerId: group.sellerId,
    lineId,
    rateBps,
    gross,
    vat: vatWithin(gross, rateBps),
    accountable,
    taxCode: `${imported ? "IOSS" : "FR"}:${rateBps}`,
  })
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
