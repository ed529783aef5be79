import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { withOrderLock } from "./order-lock"
import { refreshState } from "./parcels"
import type { SellerOrderHead } from "./seller-order-head"

/** Accepting twice is accepting once. */
export function acceptSellerOrder(container: MedusaContainer, order: SellerOrderHead): Promise<void> {
  return withOrderLock(container, order.orderId, () =>
    knexOf(container).transaction(async (trx) => {
      await trx("marketplace_seller_order")
        .where("id", order.id)
        .whereNull("accepted_at")
        .update({ accepted_at: clockOf(container).now() })
      await refreshState(trx, order.id)
    }),
  )
}
