import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"
import type { LegalRate } from "./late-interest"

export interface StoredRate extends LegalRate {
  readonly source: string
  readonly changedAt: Date
  readonly changedBy: string
}

/** The latest first. */
export async function readLegalRates(knex: Knex | Knex.Transaction): Promise<StoredRate[]> {
  return (await knex("marketplace_legal_rate")
    .orderBy("starts_on", "desc")
    .select(
      knex.raw(`to_char(starts_on, 'YYYY-MM-DD') as "from"`),
      "bps",
      "source",
      "changed_at as changedAt",
      "changed_by as changedBy",
    )) as StoredRate[]
}

const HALF_YEAR = /^20\d\d-(01|07)-01$/

export interface RateDraft {
  readonly from: string
  readonly bps: number
  readonly source: string
}

/**
 * Enters the rate of a half-year, or corrects it. Interest that was booked keeps the rate that it was booked with.
 * @throws BAD_INPUT
 */
export async function saveLegalRate(
  container: Pick<MedusaContainer, "resolve">,
  { from, bps, source }: RateDraft,
  actor: Act["actor"],
): Promise<StoredRate[]> {
  const named = source.trim()
  if (!HALF_YEAR.test(from)) throw badInput("A rate starts on 1 January or 1 July", { field: "from" })
  if (!Number.isInteger(bps) || bps < 0 || bps > 10_000)
    throw badInput("A yearly rate goes from 0 to 100 percent", { field: "bps" })
  if (named.length < 5 || named.length > 300)
    throw badInput("Name the text that fixes the rate, in 5 to 300 characters", { field: "source" })
  return knexOf(container).transaction(async (trx) => {
    const row = { bps, source: named, changed_at: clockOf(container).now(), changed_by: actor.id }
    await trx("marketplace_legal_rate")
      .insert({ starts_on: from, ...row })
      .onConflict("starts_on")
      .merge(row)
    const subject = { type: "legal_rate", id: from }
    await recordAct(container, { actor, action: "refund.legal_rate", subject, details: { bps, source: named } }, trx)
    return readLegalRates(trx)
  })
}
