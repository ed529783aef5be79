import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Cents } from "@gondola/kit"
import type { ChargebackBearer } from "../chargeback-journal"
import type { Schedule } from "../schedule"
import { type CurrencyTerms, FIRST_TERMS, type OwnTerms, type PayoutTerms } from "../terms"

const ALL = "all"

interface TermsRow {
  scope: string
  schedule: Schedule | null
  minimum: string | null
  hold_days: number | null
  presume_days: number | null
  reserve_target: string | null
  currencies: CurrencyTerms[]
  chargeback_bearer: ChargebackBearer
  paused_reason: string | null
}

export interface Author {
  readonly by: string
  readonly at: Date
}

const amount = (value: string | null): Cents | null => (value === null ? null : (Number(value) as Cents))

export async function readTerms(knex: Knex): Promise<PayoutTerms> {
  const row = (await knex("marketplace_payout_terms").where("scope", ALL).first()) as TermsRow | undefined
  if (!row) return FIRST_TERMS
  return {
    schedule: row.schedule ?? FIRST_TERMS.schedule,
    minimum: amount(row.minimum) ?? FIRST_TERMS.minimum,
    holdDays: row.hold_days ?? FIRST_TERMS.holdDays,
    presumeDays: row.presume_days ?? FIRST_TERMS.presumeDays,
    reserveTarget: amount(row.reserve_target) ?? FIRST_TERMS.reserveTarget,
    currencies: row.currencies,
    chargebackBearer: row.chargeback_bearer,
    pausedReason: null,
  }
}

export async function readOwnTerms(knex: Knex, sellerIds: readonly string[]): Promise<Map<string, OwnTerms>> {
  const rows = (await knex("marketplace_payout_terms").whereIn("scope", sellerIds)) as TermsRow[]
  return new Map(
    rows.map((row) => [
      row.scope,
      {
        schedule: row.schedule,
        minimum: amount(row.minimum),
        holdDays: row.hold_days,
        reserveTarget: amount(row.reserve_target),
        currencies: row.currencies,
        pausedReason: row.paused_reason,
      },
    ]),
  )
}

export const saveTerms = (knex: Knex, terms: Omit<PayoutTerms, "pausedReason">, author: Author): Promise<void> =>
  save(knex, ALL, { ...row(terms), presume_days: terms.presumeDays, chargeback_bearer: terms.chargebackBearer }, author)

export const saveOwnTerms = (knex: Knex, sellerId: string, terms: OwnTerms & Author): Promise<void> =>
  save(knex, sellerId, { ...row(terms), paused_reason: terms.pausedReason }, terms)

const row = (terms: Omit<OwnTerms, "pausedReason">) => ({
  schedule: terms.schedule ? JSON.stringify(terms.schedule) : null,
  minimum: terms.minimum,
  hold_days: terms.holdDays,
  reserve_target: terms.reserveTarget,
  currencies: JSON.stringify(terms.currencies),
})

async function save(knex: Knex, scope: string, values: object, { by, at }: Author): Promise<void> {
  await knex("marketplace_payout_terms")
    .insert({ scope, ...values, updated_at: at, updated_by: by })
    .onConflict("scope")
    .merge()
}
