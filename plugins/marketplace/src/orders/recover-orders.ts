import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { knexOf } from "../modules/marketplace/resolve"
import { finishOrder } from "./finish-order"
import { dropDeadLocks } from "./half-made-order"
import { withCartLock } from "./order-lock"
import { resumeCheckout } from "./place-order"

const BATCH = 50

/**
 * Finishes or takes back every checkout whose process died. Safe beside a live shop: it waits for the cart's lock, which a
 * living completion holds. One that fails is logged and tried again at the next run.
 * @returns how many were looked after
 */
export async function recoverOrders(container: MedusaContainer): Promise<number> {
  await dropDeadLocks(container)
  const open = (await knexOf(container)("marketplace_checkout")
    .whereNull("finished_at")
    .orderBy("started_at")
    .limit(BATCH)
    .select("cart_id")) as { cart_id: string }[]
  let recovered = 0
  for (const { cart_id: cartId } of open) {
    try {
      const orderId = await withCartLock(container, cartId, () => resumeCheckout(container, cartId))
      if (orderId) await finishOrder(container, orderId)
      recovered += 1
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Checkout of ${cartId} is not finished yet: ${reason}`)
    }
  }
  return recovered
}
