/**
 * Where one trader's part of an order stands. Derived from quantities, never set by hand:
 *
 *     TO_ACCEPT → ACCEPTED → PARTIALLY_SHIPPED → SHIPPED → DELIVERED
 *
 * REFUSED and CANCELLED end a part of which nothing is left to send and nothing was sent: refused by the trader (or by
 * its silence), cancelled by the shopper or the operator. INCIDENT lies over whatever it is while a dispute is open.
 */
export type SellerOrderState =
  "TO_ACCEPT" | "ACCEPTED" | "PARTIALLY_SHIPPED" | "SHIPPED" | "DELIVERED" | "REFUSED" | "CANCELLED" | "INCIDENT"

export interface LineProgress {
  readonly quantity: number
  readonly shipped: number
  readonly delivered: number
  /** Units that fell away, refused or cancelled. */
  readonly gone?: number
}

export interface Circumstances {
  /** The trader, or its silence, let units go. */
  readonly refused?: boolean
  readonly incident?: boolean
}

/** Parcels and refusals are only added, so that without an incident it only moves forward. */
export function sellerOrderState(
  accepted: boolean,
  lines: readonly LineProgress[],
  { refused = false, incident = false }: Circumstances = {},
): SellerOrderState {
  if (incident) return "INCIDENT"
  const kept = (line: LineProgress) => line.quantity - (line.gone ?? 0)
  const units = lines.reduce((a, line) => a + kept(line), 0)
  if (lines.length > 0 && units === 0) return refused ? "REFUSED" : "CANCELLED"
  if (lines.length > 0 && lines.every((line) => line.delivered >= kept(line))) return "DELIVERED"
  if (lines.length > 0 && lines.every((line) => line.shipped >= kept(line))) return "SHIPPED"
  if (lines.some((line) => line.shipped > 0)) return "PARTIALLY_SHIPPED"
  return accepted ? "ACCEPTED" : "TO_ACCEPT"
}

/** Whose act it is. */
export type OrderSide = "SHOPPER" | "SELLER" | "OPERATOR" | "SYSTEM"

export type OrderAction = "ACCEPT" | "SHIP" | "REFUSE" | "CANCEL" | "DISPUTE" | "MESSAGE"

export interface OrderSituation {
  readonly accepted: boolean
  /** The retailer accepts at the sale, so that its part may be cancelled until something of it is packed. */
  readonly retailer: boolean
  readonly incident: boolean
  /** Units kept and in no parcel yet. */
  readonly waiting: number
  /** Units in a parcel, prepared or sent. */
  readonly packed: number
  readonly delivered: number
}

/** What a side may do now; the surfaces show nothing else, and the server does nothing else. */
export function allowedActions(side: OrderSide, at: OrderSituation): OrderAction[] {
  const actions: OrderAction[] = ["MESSAGE"]
  const trader = side === "SELLER" || (at.retailer && side === "OPERATOR")
  if (trader && !at.accepted && at.waiting > 0) actions.push("ACCEPT")
  if (trader && at.accepted && at.waiting > 0) actions.push("SHIP")
  if (trader && at.waiting > 0) actions.push("REFUSE")
  const untouched = at.packed === 0 && (at.retailer || !at.accepted)
  if (at.waiting > 0 && (side === "OPERATOR" || side === "SYSTEM" || (side === "SHOPPER" && untouched)))
    actions.push("CANCEL")
  if (!at.incident && (side === "SHOPPER" || side === "SELLER") && at.packed > 0) actions.push("DISPUTE")
  return actions
}
