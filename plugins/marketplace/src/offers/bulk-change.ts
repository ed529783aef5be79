import { badInput, type Cents, cents, shareHalfUp } from "@gondola/kit"
import { reducedBy } from "./before-price"
import type { OfferDraft } from "./offer-draft"

/** What is done to each offer; what is absent stays. */
export interface BulkChange {
  readonly price?: Cents
  /** 5 raises by 5 %, −10 lowers by 10 %: a change of price that announces nothing. */
  readonly pricePercent?: number
  /** A reduction from the present price that is announced: refused where it would be false. */
  readonly discountPercent?: number
  readonly stock?: number
  readonly leadTimeDays?: number
  readonly state?: "active" | "paused" | "closed"
}

/** @throws BAD_INPUT for a change that says nothing or contradicts itself */
export function checkChange(change: BulkChange): void {
  const prices = [change.price, change.pricePercent, change.discountPercent].filter((value) => value !== undefined)
  if (prices.length > 1) throw badInput("Change the price in one way: to an amount, by a percentage, or by a reduction")
  if (Object.values(change).every((value) => value === undefined)) throw badInput("Say what to change")
  const { pricePercent, discountPercent } = change
  if (pricePercent !== undefined && !(pricePercent > -100 && pricePercent <= 1000 && pricePercent !== 0))
    throw badInput("The percentage lies between −99.99 and 1000")
  if (discountPercent !== undefined && !(discountPercent > 0 && discountPercent < 100))
    throw badInput("The reduction lies between 0 and 100 %")
}

export function changedDraft(offer: { readonly sku: string; readonly price: Cents }, change: BulkChange): OfferDraft {
  const { price, pricePercent, discountPercent, stock, leadTimeDays, state } = change
  return {
    sku: offer.sku,
    ...(price === undefined ? {} : { price }),
    ...(pricePercent === undefined ? {} : { price: changedBy(offer.price, pricePercent) }),
    ...(discountPercent === undefined
      ? {}
      : { price: atLeastOne(reducedBy(offer.price, discountPercent)), before: offer.price }),
    ...(stock === undefined ? {} : { stock }),
    ...(leadTimeDays === undefined ? {} : { leadTimeDays }),
    ...(state === undefined ? {} : { state }),
  }
}

/** Half a cent rounded up, never below one cent. */
export const changedBy = (price: Cents, percent: number): Cents =>
  atLeastOne(cents(price + shareHalfUp(price, Math.round(percent * 100))))

const atLeastOne = (price: Cents): Cents => (price < 1 ? cents(1) : price)
