import type { MedusaContainer } from "@medusajs/framework/types"
import { recoverDecisions } from "../disputes/pay-decision"
import { recoverRedress } from "../redress/recover-redress"
import { recoverOrders } from "./recover-orders"
import { recoverParcels } from "./recover-parcels"

/** Whatever a killed process left open between a shopper's click and the parcel. Run again, it does what is missing. */
export async function recoverAll(container: MedusaContainer): Promise<void> {
  await recoverOrders(container)
  await recoverParcels(container)
  await recoverDecisions(container)
  await recoverRedress(container)
}
