import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { lastMonth, monthBounds } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { type BillingRun, runBilling } from "./run-billing"
import { readBillingSettings } from "./settings"

/**
 * Bills last month once it is over, and again where that run died. Twice run is once run: only a finished run of the month
 * ends it.
 */
export async function closeLastMonth(container: MedusaContainer): Promise<BillingRun | null> {
  const month = lastMonth(clockOf(container).now())
  const knex = knexOf(container)
  if (!(await knex("marketplace_retailer").first("id"))) return null
  if (!(await readBillingSettings(container)).automatic) return null
  const runs = (await knex("marketplace_billing_run")
    .where({ month })
    .select("state", "started_at", "heartbeat_at")) as {
    state: string
    started_at: Date
    heartbeat_at: Date
  }[]
  if (runs.some((run) => run.state === "done" && new Date(run.started_at) >= monthBounds(month).to)) return null
  const { rows } = (await knex.raw(
    `select exists (select 1 from marketplace_billing_run where state = 'running' and heartbeat_at > now() - interval '2 minutes') as busy`,
  )) as { rows: { busy: boolean }[] }
  if (rows[0]?.busy) return null
  return runBilling(container, { month, actor: { type: "SYSTEM", id: "close-month" } })
}
