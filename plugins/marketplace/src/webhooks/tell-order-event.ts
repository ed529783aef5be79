import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OrderEvent, OrderEventKind } from "../orders/order-events"
import { emitSellerEvent } from "./emit"
import type { EventType } from "./event-types"

const TYPE: Partial<Record<OrderEventKind, EventType>> = {
  SHIPPED: "parcel.shipped",
  DELIVERED: "parcel.delivered",
  REFUSED: "order.line_refused",
  CANCELLED: "order.cancelled",
  EXPIRED: "order.cancelled",
  REFUNDED: "order.refunded",
  DISPUTE_OPENED: "dispute.opened",
  DISPUTE_ANSWERED: "dispute.moved",
  DISPUTE_ESCALATED: "dispute.moved",
  DISPUTE_DECIDED: "dispute.moved",
  DISPUTE_CLOSED: "dispute.moved",
}

/** What happened to a seller's part of an order, for its programs; the retailer's own parts have none. */
export async function tellOrderEvent(knex: Knex | Knex.Transaction, event: OrderEvent): Promise<void> {
  const type = TYPE[event.kind]
  if (!type) return
  const part = (await knex("marketplace_seller_order").where("id", event.sellerOrderId).first("seller_id")) as
    { seller_id: string | null } | undefined
  if (!part?.seller_id) return
  await emitSellerEvent(knex, {
    key: `order-event:${event.key}`,
    sellerId: part.seller_id,
    type,
    data: {
      orderId: event.sellerOrderId,
      ...event.details,
      ...(type === "dispute.moved" ? { move: event.kind.replace("DISPUTE_", "") } : {}),
    },
    at: event.at,
  })
}
