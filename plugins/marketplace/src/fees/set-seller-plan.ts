import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, notFound } from "@gondola/kit"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { recordAct } from "../trail/record-act"
import { checkedDay, type PlanTimeRow, sellerPlanHistory, type SellerPlanTime } from "./plans"
import type { Day } from "./proration"

export interface PlanChange {
  readonly sellerId: string
  /** Null: no plan any more. */
  readonly planId: string | null
  /** Today when absent; a day gone by is billed already. */
  readonly from?: Day | null
  readonly freeFrom?: Day | null
  readonly freeUntil?: Day | null
  readonly actor: string
}

/**
 * Puts a seller on a plan, or off, from a day on. The plan before ends that day; a change that was planned for later is
 * replaced. @throws NOT_FOUND | BAD_INPUT
 */
export async function setSellerPlan(container: MedusaContainer, change: PlanChange): Promise<SellerPlanTime[]> {
  const at = clockOf(container).now()
  const from = checkedDay(change.from) ?? dayOf(at)
  if (from < dayOf(at)) throw badInput("A plan begins today or later: days gone by are billed already")
  const free = { free_from: checkedDay(change.freeFrom), free_until: checkedDay(change.freeUntil) }
  if (free.free_from && free.free_until && free.free_until <= free.free_from)
    throw badInput("The free time ends after it begins")
  await knexOf(container).transaction(async (trx) => {
    const seller = (await trx("marketplace_seller").where("id", change.sellerId).forUpdate().first("id")) as unknown
    if (!seller) throw notFound("This seller")
    const plan = change.planId
      ? ((await trx("marketplace_plan").where({ id: change.planId, active: true }).first()) as
          { id: string; name: string; monthly_price: number; currency: string } | undefined)
      : null
    if (plan === undefined) throw notFound("This plan")
    await trx("marketplace_seller_plan").where("seller_id", change.sellerId).where("from_day", ">=", from).delete()
    const running = (await trx("marketplace_seller_plan")
      .where("seller_id", change.sellerId)
      .where((open) => open.whereNull("until_day").orWhere("until_day", ">", from))
      .select("id")) as Pick<PlanTimeRow, "id">[]
    for (const { id } of running) await trx("marketplace_seller_plan").where("id", id).update({ until_day: from })
    if (plan)
      await trx("marketplace_seller_plan").insert({
        id: generateEntityId(undefined, "splan"),
        seller_id: change.sellerId,
        plan_id: plan.id,
        plan_name: plan.name,
        monthly_price: plan.monthly_price,
        currency: plan.currency,
        from_day: from,
        ...free,
        actor: change.actor,
        created_at: at,
      })
    await recordAct(
      container,
      {
        actor: { type: "OPERATOR", id: change.actor },
        action: "seller.plan_changed",
        subject: { type: "seller", id: change.sellerId },
        sellerId: change.sellerId,
        at,
        details: { planId: change.planId, from, ...free },
      },
      trx,
    )
  })
  return sellerPlanHistory(container, change.sellerId)
}
