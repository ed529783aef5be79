import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { marketplaceError } from "../errors"
import { type OrderActor, recordOrderEvent } from "./order-events"
import { withOrderLock } from "./order-lock"
import { refreshState, waitingUnits } from "./parcels"
import type { SellerOrderHead } from "./seller-order-head"

/** Accepting twice is accepting once. @throws SELLER_ORDER_STATE when nothing is left to accept */
export function acceptSellerOrder(
  container: MedusaContainer,
  order: Pick<SellerOrderHead, "id" | "orderId">,
  by: OrderActor = { role: "SELLER", id: "seller" },
): Promise<void> {
  return withOrderLock(container, order.orderId, async () => {
    const knex = knexOf(container)
    const row = (await knex("marketplace_seller_order").where("id", order.id).first("accepted_at")) as
      { accepted_at: Date | null } | undefined
    if (row?.accepted_at) return
    const waiting = [...(await waitingUnits(container, order.id)).values()].reduce((a, units) => a + units, 0)
    if (waiting === 0)
      throw marketplaceError("SELLER_ORDER_STATE", "Nothing of this order is left: it was cancelled or refused")
    const now = clockOf(container).now()
    await knex.transaction(async (trx) => {
      await trx("marketplace_seller_order").where("id", order.id).whereNull("accepted_at").update({ accepted_at: now })
      await refreshState(trx, order.id)
      await recordOrderEvent(trx, {
        key: `accepted:${order.id}`,
        orderId: order.orderId,
        sellerOrderId: order.id,
        at: now,
        by,
        kind: "ACCEPTED",
      })
    })
  })
}
