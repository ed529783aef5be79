import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import { withOrderLock } from "../orders/order-lock"
import { logged } from "./carry-out"
import { finishRedress } from "./finish-redress"

const BATCH = 50

/** Carries on with every refusal, cancellation and refund whose process died or whose provider was down. */
export async function recoverRedress(container: MedusaContainer): Promise<number> {
  const open = (await knexOf(container)("marketplace_redress")
    .whereNull("settled_at")
    .orderBy("started_at")
    .limit(BATCH)
    .select("id", "order_id")) as { id: string; order_id: string }[]
  let recovered = 0
  for (const { id, order_id: orderId } of open) {
    try {
      await withOrderLock(container, orderId, () => finishRedress(container, id))
      recovered += 1
    } catch (error) {
      logged(container, id, error)
    }
  }
  return recovered
}
