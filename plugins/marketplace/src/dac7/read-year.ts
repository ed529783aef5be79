import type { MedusaContainer } from "@medusajs/framework/types"
import { cents } from "@gondola/kit"
import { startOfDay } from "../figures/paris-time"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import type { Quarter, Year } from "./quarters"
import type { Rates } from "./rates"

/** Earned through sales, before the platform takes anything. */
const GROSS = [
  "order_amount",
  "order_shipping",
  "refund_amount",
  "refund_shipping",
  "chargeback",
  "chargeback_reversal",
]
const TAXES = ["sale_vat", "refund_vat"]
const FEES = [
  "commission_fee",
  "commission_vat",
  "refund_commission_fee",
  "refund_commission_vat",
  "subscription_fee",
  "subscription_vat",
  "penalty_fee",
  "penalty_vat",
  "service_fee",
  "service_vat",
  "handling_fee",
  "handling_vat",
  "fee_credit",
  "fee_credit_vat",
  "vat_rounding",
]

interface Sum {
  readonly party: string
  readonly currency: string
  readonly quarter: number
  readonly gross: string
  readonly taxes: string
  readonly fees: string
}

/**
 * Each seller's year from the ledger, quarters by the calendar of Paris. Other currencies are converted at the rates given.
 * @throws DAC7_RATE for a currency without a rate
 */
export async function readYears(
  container: MedusaContainer,
  year: number,
  rates: Rates = {},
  sellerIds: readonly string[] | null = null,
): Promise<Map<string, Year>> {
  const knex = knexOf(container)
  const span = {
    sellers: sellerIds && [...sellerIds],
    from: startOfDay(`${year}-01-01`),
    to: startOfDay(`${year + 1}-01-01`),
  }
  const { rows: sums } = (await knex.raw(
    `select e.party, j.currency, extract(quarter from e.occurred_at at time zone 'Europe/Paris')::int as quarter,
       coalesce(-sum(e.amount) filter (where e.kind = any(:gross)), 0) as gross,
       coalesce(sum(e.amount) filter (where e.kind = any(:taxes)), 0) as taxes,
       coalesce(sum(e.amount) filter (where e.kind = any(:fees)), 0) as fees
     from ledger_entry e join ledger_journal j on j.id = e.journal_id
     where e.account = 'seller_payable' and (:sellers::text[] is null or e.party = any(:sellers))
       and e.occurred_at >= :from and e.occurred_at < :to
     group by 1, 2, 3`,
    { ...span, gross: GROSS, taxes: TAXES, fees: FEES },
  )) as { rows: Sum[] }
  // A sale that was wholly undone, whenever that was, is none.
  const { rows: sales } = (await knex.raw(
    `select party, quarter, count(*)::int as n from (
       select e.party, j.order_id,
         min(extract(quarter from e.occurred_at at time zone 'Europe/Paris')) filter (where e.kind = 'order_amount')::int as quarter
       from ledger_entry e join ledger_journal j on j.id = e.journal_id
       where e.account = 'seller_payable' and (:sellers::text[] is null or e.party = any(:sellers)) and j.order_id is not null and e.kind in ('order_amount', 'refund_amount')
         and j.order_id in (select order_id from ledger_journal where document_type = 'order'
           and occurred_at >= :from and occurred_at < :to)
       group by e.party, j.order_id having sum(e.amount) < 0) s
     group by party, quarter`,
    span,
  )) as { rows: { party: string; quarter: number; n: number }[] }
  const parties = new Set([...sums.map((each) => each.party), ...sales.map((each) => each.party)])
  return new Map(
    [...parties].map((party) => {
      const quarter = (number: number): Quarter => {
        const own = sums.filter((each) => each.party === party && each.quarter === number)
        const euros = (key: "gross" | "taxes" | "fees"): number =>
          Math.round(own.reduce((sum, each) => sum + Number(each[key]) * rateOf(each.currency, rates), 0) / 10_000)
        const [gross, taxes, fees] = [euros("gross"), euros("taxes"), euros("fees")]
        return {
          consideration: cents(gross - taxes - fees),
          taxes: cents(taxes),
          fees: cents(fees),
          sales: sales.find((each) => each.party === party && each.quarter === number)?.n ?? 0,
        }
      }
      return [party, [quarter(1), quarter(2), quarter(3), quarter(4)]]
    }),
  )
}

function rateOf(currency: string, rates: Rates): number {
  if (currency === "EUR") return 1
  const rate = rates[currency]
  if (!rate || rate <= 0)
    throw marketplaceError("DAC7_RATE", `Give the rate of the year for ${currency}: the report is in euros`, {
      currency,
    })
  return rate / 1_000_000
}
