import type { MedusaContainer } from "@medusajs/framework/types"
import { cents, clockOf } from "@gondola/kit"
import { dayOf, monthBounds, monthOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { chargeFee } from "./charge-fee"
import type { PlanTimeRow } from "./plans"
import { monthsBetween, type PlanTime, subscriptionCharges } from "./proration"

/** How far back a month that was missed (the server was off) is still billed. */
const BACK_MONTHS = 13

/**
 * Books the subscriptions of every month that is over and not billed yet, at its last instant. A month is billed once for
 * each seller: run twice, or with a plan changed since, it books nothing again. A seller that closed pays until that day.
 * @returns how many months of sellers were billed now
 */
export async function billSubscriptions(container: MedusaContainer): Promise<number> {
  const now = clockOf(container).now()
  const earliest = monthOf(new Date(now.getTime() - BACK_MONTHS * 30 * 24 * 3_600_000))
  const [sellers, billed] = await Promise.all([readTimes(container), billedMonths(container, earliest)])
  let count = 0
  for (const [sellerId, times] of sellers) {
    const first = times.map((time) => time.from.slice(0, 7)).sort()[0] ?? earliest
    const months = monthsBetween(first > earliest ? first : earliest, monthOf(now))
    for (const month of months.filter((each) => monthBounds(each).to <= now && !billed.has(`${sellerId} ${each}`)))
      if (await billMonth(container, { sellerId, month, times, now })) count += 1
  }
  return count
}

interface SellerMonth {
  readonly sellerId: string
  readonly month: string
  readonly times: readonly PlanTime[]
  readonly now: Date
}

async function billMonth(container: MedusaContainer, { sellerId, month, times, now }: SellerMonth): Promise<boolean> {
  return knexOf(container).transaction(async (trx) => {
    const fresh = await trx("marketplace_subscription_run")
      .insert({ seller_id: sellerId, month, billed_at: now })
      .onConflict(["seller_id", "month"])
      .ignore()
      .returning("month")
    if (fresh.length === 0) return false
    for (const charge of subscriptionCharges(month, times)) {
      const draft = {
        key: `subscription:${sellerId}:${charge.from}`,
        sellerId,
        kind: "subscription" as const,
        net: charge.amount,
        currency: charge.currency,
        reason: charge.planName,
        note: { code: "subscription" as const, params: { plan: charge.planName, from: charge.from, to: charge.to } },
        actor: "system",
        // The last instant of the month it is for: it belongs to that month's statement.
        occurredAt: new Date(monthBounds(month).to.getTime() - 1),
      }
      await chargeFee(container, draft, trx)
    }
    return true
  })
}

type Row = PlanTimeRow & {
  readonly plan_free_from: string | null
  readonly plan_free_until: string | null
  readonly state: string
  readonly state_changed_at: Date
}

async function readTimes(container: MedusaContainer): Promise<Map<string, PlanTime[]>> {
  const rows = (await knexOf(container)("marketplace_seller_plan as t")
    .join("marketplace_plan as p", "p.id", "t.plan_id")
    .join("marketplace_seller as s", "s.id", "t.seller_id")
    .where("t.monthly_price", ">", 0)
    .orderBy(["t.seller_id", "t.from_day"])
    .select(
      "t.*",
      "p.free_from as plan_free_from",
      "p.free_until as plan_free_until",
      "s.state",
      "s.state_changed_at",
    )) as Row[]
  const bySeller = new Map<string, PlanTime[]>()
  for (const row of rows) {
    const closed = row.state === "closed" ? dayOf(row.state_changed_at) : null
    const until = [row.until_day, closed].filter((day): day is string => day !== null).sort()[0] ?? null
    const time: PlanTime = {
      id: row.id,
      planName: row.plan_name,
      monthlyPrice: cents(row.monthly_price),
      currency: row.currency,
      from: row.from_day,
      until,
      free: [
        { from: row.free_from, until: row.free_until },
        { from: row.plan_free_from, until: row.plan_free_until },
      ],
    }
    bySeller.set(row.seller_id, [...(bySeller.get(row.seller_id) ?? []), time])
  }
  return bySeller
}

async function billedMonths(container: MedusaContainer, earliest: string): Promise<Set<string>> {
  const rows = (await knexOf(container)("marketplace_subscription_run").where("month", ">=", earliest)) as {
    seller_id: string
    month: string
  }[]
  return new Set(rows.map((row) => `${row.seller_id} ${row.month}`))
}
