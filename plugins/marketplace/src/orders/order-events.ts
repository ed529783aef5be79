import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import { tellOrderEvent } from "../webhooks/tell-order-event"
import type { OrderSide } from "./seller-order-state"

export type OrderEventKind =
  | "ACCEPTED"
  | "SHIPPED"
  | "DELIVERED"
  | "REFUSED"
  | "CANCELLED"
  | "EXPIRED"
  | "REFUNDED"
  | "DISPUTE_OPENED"
  | "DISPUTE_ANSWERED"
  | "DISPUTE_ESCALATED"
  | "DISPUTE_DECIDED"
  | "DISPUTE_CLOSED"

export interface OrderActor {
  readonly role: OrderSide
  /** The member's, user's or customer's id; of a guest, the order's; of a job, its name. */
  readonly id: string
}

export interface OrderEvent {
  /** The same key is written once. */
  readonly key: string
  readonly orderId: string
  readonly sellerOrderId: string
  readonly at: Date
  readonly by: OrderActor
  readonly kind: OrderEventKind
  /** Ids, quantities, amounts, reasons; no personal data, for it is kept for good. */
  readonly details?: Readonly<Record<string, unknown>>
}

export async function recordOrderEvent(trx: Knex.Transaction | Knex, event: OrderEvent): Promise<void> {
  await trx("marketplace_order_event")
    .insert({
      key: event.key,
      order_id: event.orderId,
      seller_order_id: event.sellerOrderId,
      at: event.at,
      by_role: event.by.role,
      by_id: event.by.id,
      kind: event.kind,
      details: JSON.stringify(event.details ?? {}),
    })
    .onConflict("key")
    .ignore()
  await tellOrderEvent(trx, event)
}

export interface OrderEventRecord {
  readonly id: string
  readonly sellerOrderId: string
  readonly at: Date
  readonly byRole: OrderSide
  readonly kind: OrderEventKind
  readonly details: Readonly<Record<string, unknown>>
}

/** What happened to one trader's part, or to the whole order; the oldest first. */
export async function readOrderEvents(
  container: Pick<MedusaContainer, "resolve">,
  of: { readonly orderId: string } | { readonly sellerOrderId: string },
): Promise<OrderEventRecord[]> {
  const rows = (await knexOf(container)("marketplace_order_event")
    .where("orderId" in of ? { order_id: of.orderId } : { seller_order_id: of.sellerOrderId })
    .orderBy([{ column: "at" }, { column: "id" }])
    .select(
      "id",
      "seller_order_id as sellerOrderId",
      "at",
      "by_role as byRole",
      "kind",
      "details",
    )) as OrderEventRecord[]
  return rows.map((row) => ({ ...row, id: String(row.id) }))
}
