import type { MedusaContainer } from "@medusajs/framework/types"
import { cutPoint } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { captureOrder } from "./capture-order"
import { withOrderLock } from "./order-lock"
import { projectOrder } from "./project-order"
import { readMedusaOrder } from "./read-placed"
import { saveProjection } from "./save-projection"

/** Everything that must follow Medusa's order: capture in full, then our rows and the ledger. Does only what is missing. */
export async function finishOrder(container: MedusaContainer, orderId: string): Promise<void> {
  if (await isFinished(container, orderId)) return
  await withOrderLock(container, orderId, async () => {
    if (await isFinished(container, orderId)) return
    await captureOrder(container, orderId)
    await cutPoint(container, "order.captured")
    const projection = await projectOrder(container, await readMedusaOrder(container, orderId))
    await saveProjection(container, projection)
    await cutPoint(container, "order.saved")
  })
}

export async function isFinished(container: MedusaContainer, orderId: string): Promise<boolean> {
  const row = (await knexOf(container)("marketplace_placed_order").where("order_id", orderId).first("order_id")) as
    { order_id: string } | undefined
  return row !== undefined
}
