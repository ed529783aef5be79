import type { MedusaContainer } from "@medusajs/framework/types"
import { cents } from "@gondola/kit"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import type { PlanTimeRow } from "./plans"
import type { PlanTime } from "./proration"

type Row = PlanTimeRow & {
  readonly plan_free_from: string | null
  readonly plan_free_until: string | null
  readonly state: string
  readonly state_changed_at: Date
}

/** When each seller was on which plan, closed sellers until they closed; of one seller, or of all. */
export async function readTimes(container: MedusaContainer, sellerId?: string): Promise<Map<string, PlanTime[]>> {
  const query = knexOf(container)("marketplace_seller_plan as t")
    .join("marketplace_plan as p", "p.id", "t.plan_id")
    .join("marketplace_seller as s", "s.id", "t.seller_id")
    .orderBy(["t.seller_id", "t.from_day"])
  if (sellerId) void query.where("t.seller_id", sellerId)
  const rows = (await query.select(
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
