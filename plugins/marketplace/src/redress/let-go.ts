import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput } from "@gondola/kit"
import { maskContacts } from "../messages/mask-contacts"
import { knexOf } from "../modules/marketplace/resolve"
import type { OrderActor } from "../orders/order-events"
import { withOrderLock } from "../orders/order-lock"
import type { SellerOrderHead } from "../orders/seller-order-head"
import { type CarriedOut, carryOutRedress, redressByKey } from "./carry-out"
import { planRedress, type RedressFacts, type UnitsWanted, waitingOf } from "./plan-redress"
import { readRedressFacts } from "./redress"
import { assertAllowed } from "./situation"

export const REFUSAL_REASONS = ["OUT_OF_STOCK", "DAMAGED", "PRICE_ERROR", "CANNOT_DELIVER", "OTHER"] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

export interface Refusal {
  /** The same key refuses once. */
  readonly key: string
  /** Null: everything that waits. */
  readonly lines: readonly UnitsWanted[] | null
  readonly reason: RefusalReason
  readonly note: string
}

const LONGEST_NOTE = 1000

/**
 * The trader cannot send: units leave the order, their stock is free, their price goes back with the delivery when nothing
 * is left, and so does the commission.
 * @throws SELLER_ORDER_STATE | BAD_INPUT | ORDER_BUSY
 */
export function refuseLines(
  container: MedusaContainer,
  head: SellerOrderHead,
  by: OrderActor,
  refusal: Refusal,
): Promise<CarriedOut> {
  if (refusal.reason === "OTHER" && refusal.note.trim().length < 5)
    throw badInput("Say why: the customer reads it", { field: "note" })
  return letGo(container, head, { ...refusal, by, kind: "REFUSAL", action: "REFUSE" })
}

export interface Cancellation {
  readonly key: string
  readonly lines: readonly UnitsWanted[] | null
  readonly note: string
}

/**
 * The shopper, before the trader accepts, or the operator, before the goods leave.
 * @throws SELLER_ORDER_STATE | BAD_INPUT | ORDER_BUSY
 */
export const cancelUnits = (
  container: MedusaContainer,
  head: SellerOrderHead,
  by: OrderActor,
  cancellation: Cancellation,
): Promise<CarriedOut> =>
  letGo(container, head, {
    ...cancellation,
    by,
    kind: "CANCELLATION",
    action: "CANCEL",
    reason: by.role === "SHOPPER" ? "CHANGED_MIND" : "OPERATOR",
  })

interface LettingGo extends Cancellation {
  readonly by: OrderActor
  readonly kind: "REFUSAL" | "CANCELLATION" | "EXPIRY"
  readonly action: "REFUSE" | "CANCEL"
  readonly reason: string
}

export function letGo(container: MedusaContainer, head: SellerOrderHead, what: LettingGo): Promise<CarriedOut> {
  // Shopper and trader read each other's reasons: like their messages, these carry nobody's address or number.
  const note = what.by.role === "OPERATOR" ? what.note.trim() : maskContacts(what.note.trim()).text
  if (note.length > LONGEST_NOTE) throw badInput(`A reason has at most ${LONGEST_NOTE} characters`, { field: "note" })
  if (!/^[\w:.-]{8,100}$/.test(what.key)) throw badInput("key: 8 to 100 letters, digits, «_», «-», «:» or «.»")
  if (what.lines?.length === 0) throw badInput("Choose at least one article")
  // A key of the caller's choice must not meet another order's.
  const key = `${what.kind.toLowerCase()}:${head.id}:${what.key}`
  return withOrderLock(container, head.orderId, async () => {
    if (!(await redressByKey(container, key)))
      await assertAllowed(container, { sellerOrderId: head.id, side: what.by.role, action: what.action })
    return carryOutRedress(
      container,
      {
        key,
        orderId: head.orderId,
        sellerOrderId: head.id,
        sellerId: head.sellerId,
        kind: what.kind,
        by: what.by,
        reason: what.reason,
        note,
      },
      (facts) => planRedress(facts, what.lines ?? allWaiting(facts)),
    )
  })
}

export const allWaiting = (facts: RedressFacts): UnitsWanted[] =>
  facts.lines.map((line) => ({ lineId: line.lineId, quantity: waitingOf(line) })).filter((line) => line.quantity > 0)

/** What would be given back, before anybody presses the button. @throws BAD_INPUT */
export async function quoteLettingGo(
  container: MedusaContainer,
  head: SellerOrderHead,
  lines: readonly UnitsWanted[] | null,
) {
  const facts = await readRedressFacts(knexOf(container), head.id)
  try {
    return planRedress(facts, lines ?? allWaiting(facts))
  } catch (error) {
    if (error instanceof RangeError) throw badInput("So many units of this order do not wait any more")
    throw error
  }
}
