import type { MedusaContainer } from "@medusajs/framework/types"
import { recoverDecisions } from "../disputes/pay-decision"
import { recoverOrders } from "../orders/recover-orders"
import { recoverParcels } from "../orders/recover-parcels"
import { recoverRedress } from "../redress/recover-redress"

export default async function recoverOrdersJob(container: MedusaContainer): Promise<void> {
  await recoverOrders(container)
  await recoverParcels(container)
  await recoverDecisions(container)
  await recoverRedress(container)
}

/** Often and cheap: one indexed statement while nothing died; the first run follows the start at once. */
export const config = { name: "recover-orders", schedule: { interval: 15_000 } }
