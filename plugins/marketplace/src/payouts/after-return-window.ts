import type { PayoutEligibility, SellerOrderFact } from "./eligibility"

const DAY_MS = 86_400_000

/** Nothing will be delivered any more: what is left of it may be paid or netted at once. */
const OVER = new Set(["REFUSED", "CANCELLED"])

/**
 * A sale is held until its return window is over: delivery of the last parcel plus the hold-back. Everything that belongs to
 * the same seller order (price, delivery, commission, refunds) is held together, so that a refund within the window meets
 * its sale. Entries without an order (fees, credits, returned payouts) are never held.
 */
export const afterReturnWindow: PayoutEligibility = ({ order }, { holdDays, presumeDays }, now) => {
  if (!order) return { payable: true }
  if (order.disputed) return { payable: false, reason: "DISPUTE", until: null }
  if (OVER.has(order.state)) return { payable: true }
  const arrived = arrivalOf(order, presumeDays)
  if (!arrived) return { payable: false, reason: "AWAITS_DELIVERY", until: null }
  const until = new Date(arrived.getTime() + holdDays * DAY_MS)
  return until <= now ? { payable: true } : { payable: false, reason: "RETURN_WINDOW", until }
}

function arrivalOf({ state, shippedAt, deliveredAt }: SellerOrderFact, presumeDays: number): Date | null {
  if (state === "DELIVERED" && deliveredAt) return deliveredAt
  if ((state === "SHIPPED" || state === "DELIVERED") && shippedAt)
    return new Date(shippedAt.getTime() + presumeDays * DAY_MS)
  return null
}
