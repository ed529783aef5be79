import type { Micros } from "@gondola/kit"

/** What a payout knows of one entry of a seller's account. */
export interface PayableEntry {
  readonly id: string
  /** As the seller sees it: positive is owed to the seller. */
  readonly amount: Micros
  readonly occurredAt: Date
  /** The seller's part of an order; null for fees, credits and payouts that came back. */
  readonly order: SellerOrderFact | null
}

export interface SellerOrderFact {
  readonly id: string
  readonly state: string
  /** When the last parcel left and when the last one arrived. */
  readonly shippedAt: Date | null
  readonly deliveredAt: Date | null
  /** A dispute on it is open. */
  readonly disputed: boolean
}

export interface HoldPolicy {
  /** Days after delivery in which a shopper may send the goods back. */
  readonly holdDays: number
  /** A parcel of which no arrival was told counts as arrived so many days after it left. */
  readonly presumeDays: number
}

export type HoldReason = "AWAITS_DELIVERY" | "RETURN_WINDOW" | "DISPUTE"

export type Eligibility =
  | { readonly payable: true }
  /** `until` is null while nobody can know it: the goods have not arrived, or a dispute is open. */
  | { readonly payable: false; readonly reason: HoldReason; readonly until: Date | null }

/** When an entry may be paid out: replaceable. The default is `afterReturnWindow`. */
export type PayoutEligibility = (entry: PayableEntry, policy: HoldPolicy, now: Date) => Eligibility
