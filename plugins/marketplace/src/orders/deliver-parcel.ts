import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { markOrderFulfillmentAsDeliveredWorkflow } from "@medusajs/medusa/core-flows"
import { clockOf, notFound } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { completeMove } from "./complete-fulfilment"
import { knexOf } from "../modules/marketplace/resolve"
import { type OrderActor, recordOrderEvent } from "./order-events"
import { withOrderLock } from "./order-lock"
import { refreshState } from "./parcels"
import { type SellerOrderHead, sellerOrderHead } from "./seller-order-head"
import { parcelLines } from "./ship-parcel"
import { tellParcel } from "./tell-parcel"

const SELLER: OrderActor = { role: "SELLER", id: "seller" }

export interface ParcelRow {
  readonly id: string
  readonly state: string
  readonly fulfillment_id: string
}

/** The carrier says it arrived. Saying it twice changes nothing. @throws NOT_FOUND */
export function deliverParcel(
  container: MedusaContainer,
  order: SellerOrderHead,
  parcelId: string,
  by: OrderActor = SELLER,
): Promise<void> {
  return withOrderLock(container, order.orderId, async () => {
    const parcel = (await knexOf(container)("marketplace_parcel")
      .where({ id: parcelId, seller_order_id: order.id })
      .first()) as ParcelRow | undefined
    if (!parcel || parcel.state === "preparing") throw notFound("This parcel")
    await arrived(container, order, parcel, by)
  })
}

/** Every parcel of the trader that is on its way. @throws SELLER_ORDER_STATE when none is */
export function deliverAllParcels(
  container: MedusaContainer,
  order: SellerOrderHead,
  by: OrderActor = SELLER,
): Promise<void> {
  return withOrderLock(container, order.orderId, async () => {
    const parcels = (await knexOf(container)("marketplace_parcel")
      .where({ seller_order_id: order.id, state: "shipped" })
      .orderBy("id")) as ParcelRow[]
    // Read under the lock: what the caller saw may have changed while it waited.
    const { state } = await sellerOrderHead(container, order.sellerId, { id: order.id })
    if (parcels.length === 0 && !["DELIVERED", "INCIDENT"].includes(state))
      throw marketplaceError("SELLER_ORDER_STATE", "No parcel of this order is on its way")
    for (const parcel of parcels) await arrived(container, order, parcel, by)
  })
}

/** Also run by recovery for a parcel whose fulfilment Medusa calls delivered. */
export async function arrived(
  container: MedusaContainer,
  order: { readonly id: string; readonly orderId: string },
  parcel: ParcelRow,
  by: OrderActor,
): Promise<void> {
  if (parcel.state === "delivered") return
  const fulfilment = await container.resolve(Modules.FULFILLMENT).retrieveFulfillment(parcel.fulfillment_id)
  if (!fulfilment.delivered_at)
    await markOrderFulfillmentAsDeliveredWorkflow(container).run({
      input: { orderId: order.orderId, fulfillmentId: parcel.fulfillment_id },
    })
  // Medusa marks the fulfilment first: a process that died then has not told the order.
  const lines = await parcelLines(container, parcel.id)
  await completeMove(container, { orderId: order.orderId, fulfilmentId: parcel.fulfillment_id, lines }, "DELIVER_ITEM")
  const now = clockOf(container).now()
  await knexOf(container).transaction(async (trx) => {
    await trx("marketplace_parcel").where("id", parcel.id).update({ state: "delivered", delivered_at: now })
    await refreshState(trx, order.id)
    await recordOrderEvent(trx, {
      key: `delivered:${parcel.id}`,
      orderId: order.orderId,
      sellerOrderId: order.id,
      at: now,
      by,
      kind: "DELIVERED",
      details: { parcelId: parcel.id },
    })
    await tellParcel(container, { kind: "delivered", sellerOrderId: order.id, parcelId: parcel.id }, trx)
  })
}
