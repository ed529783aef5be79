import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { knexOf } from "../modules/marketplace/resolve"
import { completeFulfilment, type LevelBefore } from "./complete-fulfilment"
import { arrived, type ParcelRow } from "./deliver-parcel"
import { withOrderLock } from "./order-lock"
import { fulfilmentOf } from "./parcels"
import { parcelLines, ship } from "./ship-parcel"

const BATCH = 50

interface OpenParcel extends ParcelRow {
  readonly order_id: string
  readonly seller_order_id: string
  readonly stock_before: readonly LevelBefore[] | null
}

const RECOVERY = { role: "SYSTEM", id: "recover-orders" } as const

/**
 * Ships or forgets every parcel whose process died: forward when Medusa has its fulfilment, however little of it, back when
 * it has not. A delivery that died half-way goes forward too. A living one holds the order's lock.
 */
export async function recoverParcels(container: MedusaContainer): Promise<number> {
  const knex = knexOf(container)
  const open = (await knex("marketplace_parcel")
    .where("state", "preparing")
    .orderBy("prepared_at")
    .limit(BATCH)) as OpenParcel[]
  const halfDelivered = (await knex("marketplace_parcel as p")
    .join("fulfillment as f", "f.id", "p.fulfillment_id")
    .where("p.state", "shipped")
    .whereNotNull("f.delivered_at")
    .limit(BATCH)
    .select("p.*")) as OpenParcel[]
  let recovered = 0
  for (const parcel of [...open, ...halfDelivered]) {
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

async function recover(container: MedusaContainer, { id }: OpenParcel): Promise<void> {
  const knex = knexOf(container)
  const parcel = (await knex("marketplace_parcel").where({ id }).first()) as OpenParcel | undefined
  if (!parcel || parcel.state === "delivered") return
  const order = { id: parcel.seller_order_id, orderId: parcel.order_id }
  // It may have been shipped by a living process while this one waited for the lock: that is no delivery.
  if (parcel.state === "shipped") {
    if (await saidDelivered(container, parcel)) await arrived(container, order, parcel, RECOVERY)
    return
  }
  const fulfilment = await fulfilmentOf(container, parcel.order_id, parcel.id)
  if (!fulfilment) return void (await knex("marketplace_parcel").where({ id, state: "preparing" }).delete())
  await completeFulfilment(container, parcel, fulfilment.id, await parcelLines(container, parcel.id))
  await knex("marketplace_parcel").where({ id }).update({ fulfillment_id: fulfilment.id })
  await ship(container, order, parcel.id, RECOVERY)
}

const saidDelivered = async (container: MedusaContainer, parcel: ParcelRow): Promise<boolean> =>
  Boolean((await container.resolve(Modules.FULFILLMENT).retrieveFulfillment(parcel.fulfillment_id)).delivered_at)
