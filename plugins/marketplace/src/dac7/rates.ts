import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf } from "@gondola/kit"
import { startOfDay } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"

/** What one unit of a foreign currency is worth, in millionths of a euro. */
export type Rates = Readonly<Record<string, number>>

export interface StoredRate {
  readonly currency: string
  readonly euroMicros: number
  readonly source: string
  readonly setAt: Date
}

export async function storedRates(knex: Knex, year: number): Promise<StoredRate[]> {
  const rows = (await knex("marketplace_dac7_rate").where({ year }).orderBy("currency")) as {
    currency: string
    euro_micros: string
    source: string
    set_at: Date
  }[]
  return rows.map((row) => ({
    currency: row.currency,
    euroMicros: Number(row.euro_micros),
    source: row.source,
    setAt: row.set_at,
  }))
}

export const ratesOfYear = async (knex: Knex, year: number): Promise<Rates> =>
  Object.fromEntries((await storedRates(knex, year)).map((rate) => [rate.currency, rate.euroMicros]))

/** Currencies other than the euro in which sellers moved money that year. */
export async function foreignCurrencies(knex: Knex, year: number, sellerId: string | null = null): Promise<string[]> {
  const { rows } = (await knex.raw(
    `select distinct j.currency from ledger_entry e join ledger_journal j on j.id = e.journal_id
      where e.account = 'seller_payable' and j.currency <> 'EUR' and (:sellerId::text is null or e.party = :sellerId) and e.occurred_at >= :from and e.occurred_at < :to
      order by 1`,
    { from: startOfDay(`${year}-01-01`), to: startOfDay(`${year + 1}-01-01`), sellerId },
  )) as { rows: { currency: string }[] }
  return rows.map((row) => row.currency)
}

export async function lackingRates(
  knex: Knex,
  year: number,
  given: Rates = {},
  sellerId: string | null = null,
): Promise<string[]> {
  const rates = { ...(await ratesOfYear(knex, year)), ...given }
  return (await foreignCurrencies(knex, year, sellerId)).filter((currency) => !rates[currency])
}

/** @throws BAD_INPUT */
export async function saveRate(
  container: MedusaContainer,
  rate: { year: number; currency: string; euroMicros: number; source: string; actor: Act["actor"] },
): Promise<void> {
  const currency = rate.currency.trim().toUpperCase()
  const source = rate.source.trim()
  if (!/^[A-Z]{3}$/.test(currency) || currency === "EUR")
    throw badInput("Give the three letters of a currency other than the euro", { field: "currency" })
  if (!Number.isSafeInteger(rate.euroMicros) || rate.euroMicros <= 0 || rate.euroMicros > 1_000_000_000)
    throw badInput("A rate is more than nothing, and at most 1,000 euros", { field: "rate" })
  if (source.length < 3 || source.length > 200)
    throw badInput("Say where the rate is from, in 3 to 200 letters", { field: "source" })
  if (rate.year < 2023 || rate.year > 2100) throw badInput("This year is not reported", { field: "year" })
  const { year, actor, euroMicros } = rate
  await knexOf(container).transaction(async (trx) => {
    const row = { year, currency, euro_micros: euroMicros, source, set_by: actor.id, set_at: clockOf(container).now() }
    await trx("marketplace_dac7_rate").insert(row).onConflict(["year", "currency"]).merge()
    await recordAct(
      container,
      {
        actor,
        action: "dac7.rate",
        subject: { type: "dac7_rate", id: `${year}:${currency}` },
        details: { euroMicros, source },
      },
      trx,
    )
  })
}
