import type { MedusaContainer } from "@medusajs/framework/types"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { type Cents, cents, cutPoint } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import { orderAccessToken } from "./access-token"
import { finishOrder } from "./finish-order"
import { dropDeadLocks, tracesOf, undoOrder } from "./half-made-order"
import { withCartLock } from "./order-lock"
import { prepareCart } from "./prepare-cart"
import { readBasket } from "./read-basket"

export interface PlacedOrder {
  readonly orderId: string
  readonly number: number
  readonly total: Cents
  readonly currency: string
  readonly accessToken: string
  /** Null is the retailer. */
  readonly sellerIds: readonly (string | null)[]
}

/**
 * The one way from a cart to an order. Called twice, by two tabs or again after a crash, it gives the same order; money is
 * captured, shared and booked before it returns.
 * @throws NOT_FOUND | CART_INCOMPLETE | NOT_FOR_SALE | ORDER_BUSY, and Medusa's own refusals (stock, delivery, payment)
 */
export async function placeOrder(container: MedusaContainer, cartId: string): Promise<PlacedOrder> {
  const done = await placedFrom(container, cartId)
  if (done) return done
  const orderId = await withCartLock(container, cartId, () => completeOnce(container, cartId))
  await finishOrder(container, orderId)
  const placed = await placedFrom(container, cartId)
  if (!placed) throw new Error(`order ${orderId} was finished but not found by its cart ${cartId}`)
  return placed
}

async function completeOnce(container: MedusaContainer, cartId: string): Promise<string> {
  const survivor = await resumeCheckout(container, cartId)
  if (survivor) return survivor
  // A process that died while it prepared this basket left no intent yet, but a lock.
  await dropDeadLocks(container)
  await prepareCart(container, cartId)
  await cutPoint(container, "checkout.prepared")
  const knex = knexOf(container)
  await knex("marketplace_checkout")
    .insert({ cart_id: cartId, started_at: knex.fn.now() })
    .onConflict("cart_id")
    .ignore()
  await cutPoint(container, "checkout.intended")
  try {
    const { result } = await completeCartWorkflow(container).run({ input: { id: cartId } })
    await cutPoint(container, "checkout.completed")
    return result.id
  } catch (error) {
    // Medusa has taken back what it did; the intent goes with it.
    await knex("marketplace_checkout").where("cart_id", cartId).whereNull("finished_at").delete()
    throw await refusal(container, cartId, error)
  }
}

/** Medusa's answer to an empty shelf names inventory ids; a shopper needs the article. */
async function refusal(container: MedusaContainer, cartId: string, error: unknown): Promise<unknown> {
  const basket = await readBasket(container, cartId)
  const short = basket?.groups.flatMap((group) => group.lines).filter((line) => line.quantity > line.available) ?? []
  if (short.length === 0) return error
  const left = short.map((line) => `${line.title} (${line.available} left)`).join(", ")
  return marketplaceError("OUT_OF_STOCK", `Somebody was quicker: ${left}. Change the basket and order again.`)
}

/**
 * Looks after a completion that died: forward when the payment was authorised, back when it was not. The caller holds the
 * cart's lock, so no completion is alive.
 * @returns the order that goes forward
 */
export async function resumeCheckout(container: MedusaContainer, cartId: string): Promise<string | null> {
  const knex = knexOf(container)
  const intent = (await knex("marketplace_checkout").where("cart_id", cartId).first()) as
    { order_id: string | null } | undefined
  if (!intent) return null
  await dropDeadLocks(container, cartId)
  const [first, ...others] = await tracesOf(container, cartId)
  for (const other of others) if (!other.authorised) await undoOrder(container, cartId, other.orderId)
  if (first?.authorised) return first.orderId
  if (first) await undoOrder(container, cartId, first.orderId)
  await knex("marketplace_checkout").where("cart_id", cartId).whereNull("finished_at").delete()
  return null
}

async function placedFrom(container: MedusaContainer, cartId: string): Promise<PlacedOrder | null> {
  const knex = knexOf(container)
  const rows = (await knex("marketplace_placed_order as o")
    .join("marketplace_seller_order as s", "s.order_id", "o.order_id")
    .where("o.cart_id", cartId)
    .orderBy("s.id")
    .select("o.order_id", "o.number", "o.total", "o.currency", "s.seller_id")) as {
    order_id: string
    number: number
    total: number
    currency: string
    seller_id: string | null
  }[]
  const [first] = rows
  if (!first) return null
  return {
    orderId: first.order_id,
    number: first.number,
    total: cents(first.total),
    currency: first.currency,
    accessToken: orderAccessToken(container, first.order_id),
    sellerIds: rows.map((row) => row.seller_id),
  }
}
