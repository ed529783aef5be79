import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { knexOf } from "../modules/marketplace/resolve"
import { withOrderLock } from "./order-lock"
import { fulfilmentOf } from "./parcels"
import { ship } from "./ship-parcel"

const BATCH = 50

interface OpenParcel {
  readonly id: string
  readonly order_id: string
  readonly seller_order_id: string
}

/**
 * Ships or forgets every parcel whose process died: forward when Medusa has its fulfilment, back when it has not. A living
 * one holds the order's lock.
 */
export async function recoverParcels(container: MedusaContainer): Promise<number> {
  const open = (await knexOf(container)("marketplace_parcel")
    .where("state", "preparing")
    .orderBy("prepared_at")
    .limit(BATCH)) as OpenParcel[]
  let recovered = 0
  for (const parcel of open) {
    try {
      await withOrderLock(container, parcel.order_id, () => recover(container, parcel))
      recovered += 1
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Parcel ${parcel.id} is not finished yet: ${reason}`)
    }
  }
  return recovered
}

async function recover(container: MedusaContainer, parcel: OpenParcel): Promise<void> {
  const parcels = knexOf(container)("marketplace_parcel").where({ id: parcel.id, state: "preparing" })
  if (!(await parcels.clone().first("id"))) return
  const fulfilment = await fulfilmentOf(container, parcel.order_id, parcel.id)
  if (!fulfilment) return void (await parcels.delete())
  await parcels.clone().update({ fulfillment_id: fulfilment.id })
  await ship(container, { id: parcel.seller_order_id, orderId: parcel.order_id }, parcel.id)
}
