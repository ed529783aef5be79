import { randomBytes } from "node:crypto"
import { badInput, conflict, type GraphqlContext, notFound } from "@gondola/kit"
import { readSoldOrder, withOrderLock } from "@gondola/marketplace"
import { returnNumber } from "../codes/codes"
import { type Desk, deskOf } from "../desk/desk"
import { trailOf } from "../desk/trail-of"
import { foundBy } from "../desk/find-order"
import { storeReturnError } from "../errors"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { newId, type StoreReturnRow } from "../modules/store-returns/service"
import { OPEN_STATES } from "../state/machine"
import { expireReturn, leaseFrom } from "./lease"
import { type FullReturn, readShopReturn } from "./read-return"

/**
 * Opens a return on an order that this desk has found, or finds it again by its key, and holds the order for 20 minutes.
 * @throws NOT_FOUND | ORDER_HELD | CONFLICT | BAD_INPUT | DESK_LOCKED
 */
export async function openReturn(context: GraphqlContext, orderId: string, key: string): Promise<FullReturn> {
  const desk = await deskOf(context)
  if (!/^[\w-]{8,100}$/.test(key)) throw badInput("An idempotency key has 8 to 100 letters, digits, - or _")
  const [before] = await storeReturnsOf(context.scope).listStoreReturns({ shop_id: desk.shop.id, idempotency_key: key })
  if (before) {
    if (before.order_id !== orderId) throw conflict("This key was used for another order")
    return readShopReturn(context.scope, desk.shop.id, before.id)
  }
  if (!foundBy(desk).includes(orderId)) throw notFound("This order")
  const id = await withOrderLock(context.scope, orderId, () => takeOrder(context, desk, orderId, key))
  return readShopReturn(context.scope, desk.shop.id, id)
}

async function takeOrder(context: GraphqlContext, desk: Desk, orderId: string, key: string): Promise<string> {
  const service = storeReturnsOf(context.scope)
  const now = context.clock.now()
  const held = await openReturnOf(context, orderId)
  if (held && held.staff_id === desk.staff.id) return held.id
  if (held)
    throw storeReturnError("ORDER_HELD", `${held.clerk_name} is taking back goods of this order at another desk`, {
      heldBy: held.clerk_name,
      until: held.lease_until.toISOString(),
    })
  const order = await readSoldOrder(context.scope, orderId)
  const id = newId("sret")
  await service.openReturn(
    {
      id,
      number: returnNumber(randomBytes(7)),
      shop_id: desk.shop.id,
      staff_id: desk.staff.id,
      clerk_name: desk.staff.name,
      order_id: orderId,
      order_number: order.number,
      currency: order.currency.toUpperCase(),
      state: "DRAFT",
      idempotency_key: key,
      opened_at: now,
      lease_until: leaseFrom(now),
      deliveries: "[]",
    },
    trailOf(desk, now, { action: "opened", subject: id, detail: { orderId } }),
  )
  return id
}

/** The return that holds this order now, whichever shop's; one whose lease ran out is let go. */
export async function openReturnOf(context: GraphqlContext, orderId: string): Promise<StoreReturnRow | null> {
  const [row] = await storeReturnsOf(context.scope).listStoreReturns({ order_id: orderId, state: [...OPEN_STATES] })
  if (!row) return null
  if (row.lease_until > context.clock.now()) return row
  await expireReturn(context, row)
  return null
}
