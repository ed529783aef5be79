import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { acceptBy, readOrderPolicy } from "../order-policy/order-policy"
import { sellerOrderHead } from "../orders/seller-order-head"
import { letGo } from "./let-go"

const BATCH = 100
const DAY = 86_400_000

/**
 * Cancels and pays back what no seller accepted in time, so that a silent seller keeps nobody's money.
 * @returns how many seller orders ended so
 */
export async function expireUnaccepted(container: MedusaContainer): Promise<number> {
  const now = clockOf(container).now()
  const policy = await readOrderPolicy(container)
  // Working days are at least as long as calendar days: the exact day is counted below.
  const waiting = (await knexOf(container)("marketplace_seller_order")
    .where("state", "TO_ACCEPT")
    .where("placed_at", "<", new Date(now.getTime() - policy.acceptWithinDays * DAY))
    .orderBy("placed_at")
    .limit(BATCH)
    .select("id", "seller_id", "placed_at")) as { id: string; seller_id: string | null; placed_at: Date }[]
  let ended = 0
  for (const row of waiting.filter((each) => acceptBy(each.placed_at, policy) < now)) {
    try {
      const head = await sellerOrderHead(container, row.seller_id, { id: row.id })
      await letGo(container, head, {
        key: "not-accepted",
        lines: null,
        note: "",
        by: { role: "SYSTEM", id: "expire-unaccepted" },
        kind: "EXPIRY",
        action: "CANCEL",
        reason: "NOT_ACCEPTED",
      })
      ended += 1
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Seller order ${row.id} did not expire: ${why}`)
    }
  }
  return ended
}
