import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { markOrderFulfillmentAsDeliveredWorkflow } from "@medusajs/medusa/core-flows"
import { clockOf, notFound } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import { withOrderLock } from "./order-lock"
import { refreshState } from "./parcels"
import type { SellerOrderHead } from "./seller-order-head"

interface ParcelRow {
  id: string
  state: string
  fulfillment_id: string
}

/** The carrier says it arrived. Saying it twice changes nothing. @throws NOT_FOUND */
export function deliverParcel(container: MedusaContainer, order: SellerOrderHead, parcelId: string): Promise<void> {
  return withOrderLock(container, order.orderId, async () => {
    const parcel = (await knexOf(container)("marketplace_parcel")
      .where({ id: parcelId, seller_order_id: order.id })
      .first()) as ParcelRow | undefined
    if (!parcel || parcel.state === "preparing") throw notFound("This parcel")
    await arrived(container, order, parcel)
  })
}

/** Every parcel of the trader that is on its way. @throws SELLER_ORDER_STATE when none is */
export function deliverAllParcels(container: MedusaContainer, order: SellerOrderHead): Promise<void> {
  return withOrderLock(container, order.orderId, async () => {
    const parcels = (await knexOf(container)("marketplace_parcel")
      .where({ seller_order_id: order.id, state: "shipped" })
      .orderBy("id")) as ParcelRow[]
    if (parcels.length === 0 && order.state !== "DELIVERED")
      throw marketplaceError("SELLER_ORDER_STATE", "No parcel of this order is on its way")
    for (const parcel of parcels) await arrived(container, order, parcel)
  })
}

async function arrived(container: MedusaContainer, order: SellerOrderHead, parcel: ParcelRow): Promise<void> {
  if (parcel.state === "delivered") return
  const fulfilment = await container.resolve(Modules.FULFILLMENT).retrieveFulfillment(parcel.fulfillment_id)
  if (!fulfilment.delivered_at)
    await markOrderFulfillmentAsDeliveredWorkflow(container).run({
      input: { orderId: order.orderId, fulfillmentId: parcel.fulfillment_id },
    })
  await knexOf(container).transaction(async (trx) => {
    await trx("marketplace_parcel")
      .where("id", parcel.id)
      .update({ state: "delivered", delivered_at: clockOf(container).now() })
    await refreshState(trx, order.id)
  })
}
