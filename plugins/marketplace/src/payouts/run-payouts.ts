import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { clockOf, cutPoint, notFound } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { afterReturnWindow } from "./after-return-window"
import { payoutBlocks } from "./gates"
import { planPayout } from "./plan-payout"
import { payoutProviderOf } from "./provider/provider-of"
import { isDue } from "./schedule"
import { readPayables } from "./store/read-payables"
import type { PayoutAccountRow, PayoutRunRow } from "./store/rows"
import { readOwnTerms, readTerms } from "./store/terms-store"
import { termsFor, termsIn } from "./terms"
import { type Planned, type PlanShell, writePlans } from "./write-plans"

/** Sellers decided in one transaction: a killed run loses at most one portion and goes on after it. */
const PORTION = 100

/** Opens today's run where a payday fell since the last one. Called as often as you like, it opens one a day. */
export async function openScheduledRun(container: MedusaContainer): Promise<string | null> {
  const knex = knexOf(container)
  const day = dayOf(clockOf(container).now())
  const last = (await knex("marketplace_payout_run")
    .where({ kind: "scheduled" })
    .orderBy("day", "desc")
    .first("day")) as { day: string } | undefined
  if (last && last.day >= day) return null
  const since = last?.day ?? (await dayBeforeFirstEarning(knex))
  const all = await readTerms(knex)
  const own = (await knex("marketplace_payout_terms").whereNotNull("schedule").pluck("schedule")) as never[]
  if (![all.schedule, ...own].some((schedule) => isDue(schedule, since, day))) return null
  return openRun(container, {
    kind: "scheduled",
    businessKey: `scheduled:${day}`,
    sinceDay: since,
    sellerId: null,
    by: "schedule",
  })
}

/** Before the first run, paydays count from the first earning on: a server that was off then makes up for it, too. */
async function dayBeforeFirstEarning(knex: Knex): Promise<string | null> {
  const [first] = (await knex("ledger_entry").where("account", "seller_payable").min("occurred_at as at")) as {
    at: Date | null
  }[]
  return first?.at ? dayOf(new Date(first.at.getTime() - 86_400_000)) : null
}

/** The operator starts one by hand, for all sellers or for one, whatever their paydays. The same key starts one run. */
export async function openManualRun(
  container: MedusaContainer,
  run: { readonly key: string; readonly sellerId: string | null; readonly by: string },
): Promise<string> {
  const knex = knexOf(container)
  if (run.sellerId && !(await knex("marketplace_seller").where("id", run.sellerId).first("id")))
    throw notFound("This seller")
  return openRun(container, { ...run, kind: "manual", businessKey: `manual:${run.key}`, sinceDay: null })
}

interface NewRun {
  readonly kind: PayoutRunRow["kind"]
  readonly businessKey: string
  readonly sinceDay: string | null
  readonly sellerId: string | null
  readonly by: string
}

async function openRun(container: MedusaContainer, run: NewRun): Promise<string> {
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const [count] = (await knex("marketplace_seller").count("id as n")) as { n: string }[]
  await knex("marketplace_payout_run")
    .insert({
      id: generateEntityId(undefined, "prun"),
      business_key: run.businessKey,
      kind: run.kind,
      day: dayOf(now),
      since_day: run.sinceDay,
      seller_id: run.sellerId,
      state: "running",
      sellers_total: run.sellerId ? 1 : Number(count!.n),
      started_by: run.by,
      started_at: now,
    })
    .onConflict("business_key")
    .ignore()
  const row = (await knex("marketplace_payout_run").where("business_key", run.businessKey).first("id")) as {
    id: string
  }
  await cutPoint(container, "run.opened")
  return row.id
}

/** Goes on with every run that is not through, also one whose process died. */
export async function finishRuns(container: MedusaContainer): Promise<void> {
  const open = (await knexOf(container)("marketplace_payout_run")
    .where("state", "running")
    .orderBy("started_at")
    .pluck("id")) as string[]
  for (const id of open) while (await nextPortion(container, id)) await cutPoint(container, "run.portion")
}

/**
 * Decides for the next sellers of a run and writes payouts, claims and the run's place in one transaction.
 * @returns false when the run is through
 */
export async function nextPortion(container: MedusaContainer, runId: string): Promise<boolean> {
  return knexOf(container).transaction(async (trx) => {
    // One planner at a time, over all processes: two runs must not see the same entries as free.
    await trx.raw("select pg_advisory_xact_lock(hashtextextended('gondola:payouts', 0))")
    const run = (await trx("marketplace_payout_run").where("id", runId).first()) as PayoutRunRow | undefined
    if (!run || run.state === "done") return false
    const sellers = await sellersAfter(trx, run)
    const now = clockOf(container).now()
    if (sellers.length === 0) {
      await trx("marketplace_payout_run").where("id", runId).update({ state: "done", finished_at: now })
      return false
    }
    const shell: PlanShell = {
      trx,
      now,
      run,
      provider: payoutProviderOf(container),
      ledger: container.resolve<LedgerModuleService>(LEDGER_MODULE),
      accounts: await accountsOf(trx, sellers),
    }
    const wrote = await writePlans(shell, await planFor(container, shell, sellers))
    await cutPoint(container, "run.portion.open")
    await trx("marketplace_payout_run")
      .where("id", runId)
      .update({
        cursor: sellers.at(-1)!,
        sellers_done: run.sellers_done + sellers.length,
        payouts: run.payouts + wrote.payouts,
        carried: run.carried + wrote.carried,
        blocked: run.blocked + wrote.blocked,
      })
    return true
  })
}

async function sellersAfter(trx: Knex.Transaction, run: PayoutRunRow): Promise<string[]> {
  const query = trx("marketplace_seller").where("id", ">", run.cursor).orderBy("id").limit(PORTION)
  if (run.seller_id) void query.where("id", run.seller_id)
  return (await query.pluck("id")) as string[]
}

async function accountsOf(trx: Knex.Transaction, sellers: readonly string[]): Promise<Map<string, PayoutAccountRow>> {
  const rows = (await trx("marketplace_payout_account").whereIn("seller_id", sellers)) as PayoutAccountRow[]
  return new Map(rows.map((row) => [row.seller_id, row]))
}

async function planFor(container: MedusaContainer, shell: PlanShell, sellers: readonly string[]): Promise<Planned[]> {
  const { trx, run, now } = shell
  const all = await readTerms(trx)
  const own = await readOwnTerms(trx, sellers)
  const terms = new Map(sellers.map((id) => [id, termsFor(all, own.get(id))]))
  const due = sellers.filter((id) => run.kind === "manual" || isDue(terms.get(id)!.schedule, run.since_day, run.day))
  if (due.length === 0) return []
  const blocks = await payoutBlocks(container, due)
  const payables = await readPayables(trx, due)
  return payables.map((each) => ({
    payables: each,
    plan: planPayout(
      {
        entries: each.entries,
        reserve: each.reserve,
        terms: termsIn(terms.get(each.sellerId)!, each.currency),
        blocks: blocks.get(each.sellerId) ?? [],
        now,
      },
      afterReturnWindow,
    ),
  }))
}
