import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { badInput, clockOf, conflict, cutPoint } from "@gondola/kit"
import { monthOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { billSeller, periodOf } from "./bill-seller"
import { issuerOf } from "./parties"
import { accountsToBill } from "./accounts-to-bill"

export interface BillingRun {
  readonly id: string
  readonly month: string
  /** Dead: its process ended before its work. */
  readonly state: "running" | "done" | "dead"
  readonly startedBy: string
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly accountsTotal: number
  readonly accountsDone: number
  readonly documents: number
  readonly failures: readonly { readonly sellerId: string; readonly message: string }[]
}

export interface BillingOrder {
  /** YYYY-MM, before the current one. */
  readonly month: string
  readonly actor: { readonly type: "OPERATOR" | "SYSTEM"; readonly id: string }
}

/** A run whose process died is silent for this long, and the next one takes its place. */
const SILENCE = "2 minutes"

/**
 * Closes a month for every seller. A run that died is followed by another that finds what is left; a seller that fails is
 * written down and does not stop the others.
 * @throws BAD_INPUT for a month that is not over, CONFLICT while another run works
 */
export async function runBilling(container: MedusaContainer, order: BillingOrder): Promise<BillingRun> {
  return finishBilling(container, order, await openBilling(container, order))
}

/** Takes the one place for a run, so that the caller can name it before the work begins. */
export async function openBilling(container: MedusaContainer, order: BillingOrder): Promise<string> {
  const now = clockOf(container).now()
  periodOf(order.month)
  if (order.month >= monthOf(now)) throw badInput("A month is billed when it is over")
  const id = generateEntityId(undefined, "bill")
  return knexOf(container).transaction(async (trx) => {
    await trx.raw("select pg_advisory_xact_lock(hashtextextended('gondola:billing-run', 0))")
    await trx("marketplace_billing_run")
      .where("state", "running")
      .whereRaw(`heartbeat_at < now() - interval '${SILENCE}'`)
      .update({ state: "dead" })
    if (await trx("marketplace_billing_run").where("state", "running").first("id"))
      throw conflict("A billing run is working already: wait for its end")
    await trx("marketplace_billing_run").insert({
      id,
      month: order.month,
      state: "running",
      started_by: order.actor.id,
      started_at: now,
    })
    return id
  })
}

/** After so many accounts the tables are a multiple of what they were when the planner last looked. */
const GROWN = new Set([50, 200, 800, 3_200])

/**
 * A month may be the first that was ever billed. Every claim of an entry asks whether its document exists, by a plan that was
 * made for an empty table: it would read all documents each time until the autovacuum comes by.
 */
const refreshStatistics = (knex: Knex): Promise<unknown> =>
  knex.raw("analyze ledger_document, ledger_document_entry") as unknown as Promise<unknown>

export async function finishBilling(container: MedusaContainer, order: BillingOrder, id: string): Promise<BillingRun> {
  const knex = knexOf(container)
  const row = () => knex("marketplace_billing_run").where({ id, state: "running" })
  const period = periodOf(order.month)
  await cutPoint(container, "billing.opened")
  const issuer = await issuerOf(container)
  const accounts = await accountsToBill(knex, period)
  await row().update({ accounts_total: accounts.length, heartbeat_at: knex.fn.now() })
  for (const [index, account] of accounts.entries()) {
    if (GROWN.has(index)) await refreshStatistics(knex)
    const failure = { message: null as string | null }
    const issued = await billSeller(container, account, { period, issuer, actor: order.actor }).catch(
      (error: unknown) => {
        container.resolve(ContainerRegistrationKeys.LOGGER).error(`billing ${account.sellerId} failed`, error as Error)
        failure.message = error instanceof Error ? error.message : String(error)
        return []
      },
    )
    await cutPoint(container, "billing.issued")
    const updated = await row().update({
      accounts_done: knex.raw("accounts_done + 1"),
      documents: knex.raw("documents + ?", [issued.length]),
      heartbeat_at: knex.fn.now(),
      ...(failure.message === null
        ? {}
        : {
            failures: knex.raw("failures || ?::jsonb", [
              JSON.stringify([{ sellerId: account.sellerId, message: failure.message }]),
            ]),
          }),
    })
    if (updated === 0) throw conflict("This billing run was taken over by another")
  }
  await cutPoint(container, "billing.through")
  await row().update({ state: "done", finished_at: clockOf(container).now() })
  return readRun(container, id)
}

export async function readRun(container: MedusaContainer, id: string): Promise<BillingRun> {
  const { items } = await listRuns(container, { id, skip: 0, take: 1 })
  if (!items[0]) throw new Error(`billing run ${id} vanished`)
  return items[0]
}

/** Newest first. */
export async function listRuns(
  container: MedusaContainer,
  asked: { readonly id?: string; readonly skip: number; readonly take: number },
): Promise<{ items: BillingRun[]; total: number }> {
  const knex = knexOf(container)
  const query = knex("marketplace_billing_run").where(asked.id ? { id: asked.id } : {})
  const [count] = (await query.clone().count("id as n")) as { n: string }[]
  const items = (await query
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .offset(asked.skip)
    .limit(asked.take)
    .select(
      "id",
      "month",
      knex.raw(
        `case when state = 'running' and heartbeat_at < now() - interval '${SILENCE}' then 'dead' else state end as state`,
      ),
      "started_by as startedBy",
      "started_at as startedAt",
      "finished_at as finishedAt",
      "accounts_total as accountsTotal",
      "accounts_done as accountsDone",
      "documents",
      "failures",
    )) as BillingRun[]
  return { items, total: Number(count?.n ?? 0) }
}
