import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { knexOf } from "../modules/marketplace/resolve"
import { withStockLock } from "./stock-lock"

/** What a completion left behind when its process died. */
export interface CompletionTrace {
  readonly orderId: string
  /** A payment row exists: the shopper's money is spoken for, so the order goes forward and never back. */
  readonly authorised: boolean
}

/** Every order made from the cart, linked or not; more than one only when an earlier completion died. */
export async function tracesOf(container: MedusaContainer, cartId: string): Promise<CompletionTrace[]> {
  const { rows } = (await knexOf(container).raw(
    `select o.id, exists (
       select 1 from order_payment_collection opc join payment p on p.payment_collection_id = opc.payment_collection_id
       where opc.order_id = o.id and opc.deleted_at is null and p.deleted_at is null and p.canceled_at is null
     ) as authorised
     from "order" o
     where o.deleted_at is null
       and (o.metadata -> 'gondola' ->> 'cart_id' = :cart or o.id in
         (select order_id from order_cart where cart_id = :cart and deleted_at is null))
     order by authorised desc, o.created_at`,
    { cart: cartId },
  )) as { rows: { id: string; authorised: boolean }[] }
  return rows.map((row) => ({ orderId: row.id, authorised: row.authorised }))
}

/**
 * Takes back an order whose payment was never authorised: stock free again, the cart open again, nobody charged. What
 * Medusa's own compensation would have done, had its process lived.
 */
export async function undoOrder(container: MedusaContainer, cartId: string, orderId: string): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const knex = knexOf(container)
  const lines = (await knex("order_item").where("order_id", orderId).select("item_id")) as { item_id: string }[]
  const lineIds = lines.map((line) => line.item_id)
  const items = (await knex("reservation_item")
    .whereIn("line_item_id", lineIds)
    .whereNull("deleted_at")
    .pluck("inventory_item_id")) as string[]
  await withStockLock(container, items, () =>
    container.resolve(Modules.INVENTORY).deleteReservationItemsByLineItem(lineIds),
  )
  const collections = (await knex("order_payment_collection").where({ order_id: orderId }).select()) as {
    payment_collection_id: string
  }[]
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  await link.dismiss([
    { [Modules.ORDER]: { order_id: orderId }, [Modules.CART]: { cart_id: cartId } },
    ...collections.map((each) => ({
      [Modules.ORDER]: { order_id: orderId },
      [Modules.PAYMENT]: { payment_collection_id: each.payment_collection_id },
    })),
  ])
  await container.resolve(Modules.CART).updateCarts([{ id: cartId, completed_at: null as never }])
  await orders.deleteOrders([orderId])
}

/**
 * Medusa's PostgreSQL locks are rows that outlive a killed process, and it never honours their expiry. A cart's completion
 * locks for two minutes, everything else for seconds; the caller holds our cart lock, so a long one is dead.
 */
export async function dropDeadLocks(container: MedusaContainer, cartId?: string): Promise<void> {
  const knex = knexOf(container)
  if (!(await knex.schema.hasTable("locking"))) return
  await knex("locking").where("expiration", "<", knex.fn.now()).delete()
  if (cartId) await knex("locking").where("id", cartId).whereRaw("expiration > now() + interval '10 seconds'").delete()
}
