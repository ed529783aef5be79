export type SellerOrderState = "TO_ACCEPT" | "ACCEPTED" | "PARTIALLY_SHIPPED" | "SHIPPED" | "DELIVERED" | "REFUSED"

export interface LineProgress {
  readonly quantity: number
  readonly shipped: number
  readonly delivered: number
}

/** Derived from quantities, never set by hand: parcels can only be added, so it only moves forward. */
export function sellerOrderState(accepted: boolean, lines: readonly LineProgress[]): SellerOrderState {
  if (lines.length > 0 && lines.every((line) => line.delivered >= line.quantity)) return "DELIVERED"
  if (lines.length > 0 && lines.every((line) => line.shipped >= line.quantity)) return "SHIPPED"
  if (lines.some((line) => line.shipped > 0)) return "PARTIALLY_SHIPPED"
  return accepted ? "ACCEPTED" : "TO_ACCEPT"
}
