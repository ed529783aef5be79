import type { Cents } from "@gondola/kit"
import type { Text } from "../catalogue/draft"
import type { Condition } from "../offers/offer-draft"

/** What a strategy may look at. */
export interface BoxOffer {
  readonly id: string
  readonly sellerId: string | null
  readonly condition: Condition
  readonly price: Cents
  readonly delivery: Cents
  readonly currency: string
  /** Of the seller's service, 0 to 1; 1 where nothing was measured yet. */
  readonly quality?: number
  readonly leadTimeDays: number
  readonly stock: number
}

export interface BuyBoxChoice<T extends BoxOffer> {
  /** Every offer: those that can win in their order, then those out of stock. */
  readonly ranked: readonly T[]
  readonly winner: T | null
  /** Why the winner leads, in a sentence; null without a winner. */
  readonly reason: Text | null
}

/** The policy that decides which offer the big button sells; replaceable as a whole. */
export interface BuyBoxStrategy {
  /** The whole rule in words, published on the ranking page (P2B art. 5, code de la consommation L111-7). */
  readonly rule: Text
  choose<T extends BoxOffer>(offers: readonly T[], now: Date): BuyBoxChoice<T>
}

/** Price with the cheapest delivery, VAT included. */
export const landedPrice = (offer: Pick<BoxOffer, "price" | "delivery">): Cents =>
  (offer.price + offer.delivery) as Cents
