import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { monthBounds, monthOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { chargeFee } from "./charge-fee"
import { readTimes } from "./plan-times"
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

async function billedMonths(container: MedusaContainer, earliest: string): Promise<Set<string>> {
  const rows = (await knexOf(container)("marketplace_subscription_run").where("month", ">=", earliest)) as {
    seller_id: string
    month: string
  }[]
  return new Set(rows.map((row) => `${row.seller_id} ${row.month}`))
}
