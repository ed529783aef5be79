import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, type Cents, cents, clockOf, notFound } from "@gondola/kit"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { recordAct } from "../trail/record-act"
import type { Day } from "./proration"

export interface Plan {
  readonly id: string
  readonly name: string
  /** A month, without VAT. */
  readonly monthlyPrice: Cents
  readonly currency: string
  /** Days on which the plan costs nobody anything; until exclusive. */
  readonly freeFrom: Day | null
  readonly freeUntil: Day | null
  readonly active: boolean
  /** Sellers on it today. */
  readonly sellers: number
}

export interface PlanDraft {
  readonly name: string
  readonly monthlyPrice: number
  readonly currency?: string | null
  readonly freeFrom?: Day | null
  readonly freeUntil?: Day | null
  readonly active?: boolean | null
}

export async function listPlans(container: MedusaContainer): Promise<Plan[]> {
  const today = dayOf(clockOf(container).now())
  const knex = knexOf(container)
  return (await knex("marketplace_plan as p")
    .orderBy(["p.monthly_price", "p.name"])
    .select(
      "p.id",
      "p.name",
      "p.monthly_price as monthlyPrice",
      "p.currency",
      "p.free_from as freeFrom",
      "p.free_until as freeUntil",
      "p.active",
      knex.raw(
        `(select count(*)::int from marketplace_seller_plan t
          where t.plan_id = p.id and t.from_day <= :today and (t.until_day is null or t.until_day > :today)) as sellers`,
        { today },
      ),
    )) as Plan[]
}

/** A new price holds for who joins from now on: a seller keeps the price it agreed to. @throws BAD_INPUT | NOT_FOUND */
export async function savePlan(
  container: MedusaContainer,
  draft: PlanDraft & { readonly id?: string | null },
  actor: string,
): Promise<Plan> {
  const id = draft.id ?? generateEntityId(undefined, "plan")
  const columns = {
    name: draft.name.trim(),
    monthly_price: draft.monthlyPrice,
    currency: (draft.currency ?? "EUR").trim().toUpperCase(),
    free_from: checkedDay(draft.freeFrom),
    free_until: checkedDay(draft.freeUntil),
    active: draft.active ?? true,
  }
  if (columns.name === "") throw badInput("A plan needs a name")
  if (!Number.isSafeInteger(columns.monthly_price) || columns.monthly_price < 0 || columns.monthly_price > 10_000_000)
    throw badInput("The monthly price is an amount from 0")
  if (!/^[A-Z]{3}$/.test(columns.currency)) throw badInput("A currency has three letters, such as EUR")
  if (columns.free_from && columns.free_until && columns.free_until <= columns.free_from)
    throw badInput("The free time ends after it begins")
  const at = clockOf(container).now()
  await knexOf(container).transaction(async (trx) => {
    if (draft.id) {
      if ((await trx("marketplace_plan").where("id", id).update(columns)) === 0) throw notFound("This plan")
    } else await trx("marketplace_plan").insert({ id, ...columns, created_at: at })
    const deed = draft.id ? "updated" : "created"
    await recordAct(
      container,
      {
        actor: { type: "OPERATOR", id: actor },
        action: `plan.${deed}`,
        subject: { type: "plan", id },
        at,
        details: columns,
      },
      trx,
    )
  })
  const plan = (await listPlans(container)).find((each) => each.id === id)
  if (!plan) throw notFound("This plan")
  return plan
}

export function checkedDay(day: Day | null | undefined): Day | null {
  if (!day) return null
  const time = Date.parse(`${day}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw badInput("A day is written YYYY-MM-DD")
  return day
}

export interface SellerPlanTime {
  readonly id: string
  readonly planId: string
  readonly planName: string
  readonly monthlyPrice: Cents
  readonly currency: string
  readonly from: Day
  readonly until: Day | null
  readonly freeFrom: Day | null
  readonly freeUntil: Day | null
}

/** Newest first. */
export async function sellerPlanHistory(container: MedusaContainer, sellerId: string): Promise<SellerPlanTime[]> {
  const rows = (await knexOf(container)("marketplace_seller_plan")
    .where("seller_id", sellerId)
    .orderBy([
      { column: "from_day", order: "desc" },
      { column: "id", order: "desc" },
    ])) as PlanTimeRow[]
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    planName: row.plan_name,
    monthlyPrice: cents(row.monthly_price),
    currency: row.currency,
    from: row.from_day,
    until: row.until_day,
    freeFrom: row.free_from,
    freeUntil: row.free_until,
  }))
}

export interface PlanTimeRow {
  readonly id: string
  readonly seller_id: string
  readonly plan_id: string
  readonly plan_name: string
  readonly monthly_price: number
  readonly currency: string
  readonly from_day: Day
  readonly until_day: Day | null
  readonly free_from: Day | null
  readonly free_until: Day | null
}
