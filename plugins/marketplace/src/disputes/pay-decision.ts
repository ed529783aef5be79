import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { cents } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { withOrderLock } from "../orders/order-lock"
import { carryOutRedress } from "../redress/carry-out"
import { planMoney } from "../redress/plan-redress"
import type { DisputeRow } from "./dispute"

const keyOf = (id: string): string => `dispute:${id}`

/** Pays what a decision or an offer promised, once. Call it under the order's lock. */
export async function payDecision(container: MedusaContainer, row: DisputeRow): Promise<void> {
  await carryOutRedress(
    container,
    {
      key: keyOf(row.id),
      orderId: row.order_id,
      sellerOrderId: row.seller_order_id,
      sellerId: row.seller_id,
      kind: "DISPUTE",
      by: row.decision ? { role: "OPERATOR", id: "decision" } : { role: "SELLER", id: "offer" },
      reason: row.decision ?? "OFFER",
      note: row.statement ?? "",
      disputeId: row.id,
    },
    (facts) => planMoney(facts, cents(row.refunded ?? 0), row.lines),
  )
}

/** Decisions whose process died before the refund was even written down. */
export async function recoverDecisions(container: MedusaContainer): Promise<number> {
  const unpaid = (await knexOf(container)("marketplace_dispute as d")
    .whereNotNull("d.ended_at")
    .where("d.refunded", ">", 0)
    .whereNotExists((redress) =>
      redress.from("marketplace_redress as r").whereRaw("r.key = 'dispute:' || d.id").select("r.id"),
    )
    .limit(50)
    .select("d.*")) as DisputeRow[]
  for (const row of unpaid)
    await withOrderLock(container, row.order_id, () => payDecision(container, row)).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error)
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Dispute ${row.number} is not paid yet: ${why}`)
    })
  return unpaid.length
}
