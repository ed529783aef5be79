import type { MedusaContainer } from "@medusajs/framework/types"
import { type Cents, centsOf, clockOf, micros } from "@gondola/kit"
import { knexOf } from "../../modules/marketplace/resolve"
import { afterReturnWindow } from "../after-return-window"
import type { HoldReason } from "../eligibility"
import { type Payables, readPayables } from "./read-payables"
import { readOwnTerms, readTerms } from "./terms-store"
import { type PayoutTerms, termsFor } from "../terms"

export interface Balance {
  readonly currency: string
  readonly balance: Cents
  readonly available: Cents
  readonly onHold: Cents
  readonly claimed: Cents
  readonly inTransit: Cents
  readonly reserve: Cents
}

export interface Hold {
  readonly sellerOrderId: string
  readonly amount: Cents
  readonly currency: string
  readonly reason: HoldReason
  readonly until: Date | null
}

export async function termsOf(container: MedusaContainer, sellerId: string): Promise<PayoutTerms> {
  const knex = knexOf(container)
  return termsFor(await readTerms(knex), (await readOwnTerms(knex, [sellerId])).get(sellerId))
}

/** What is owed, a line a currency: the same reading and the same rule as a payout run. */
export async function readBalances(container: MedusaContainer, sellerId: string): Promise<Balance[]> {
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const terms = await termsOf(container, sellerId)
  const payables = new Map((await readPayables(knex, [sellerId])).map((each) => [each.currency, each]))
  const { rows } = (await knex.raw(
    `select currency, coalesce(sum(payable), 0) as payable, coalesce(sum(transit), 0) as transit from (
       select j.currency, case when e.account = 'seller_payable' then -e.amount end as payable,
         case when e.account = 'payout_clearing' then -e.amount end as transit
       from ledger_entry e join ledger_journal j on j.id = e.journal_id
       where e.account in ('seller_payable', 'payout_clearing') and e.party = ?) x group by currency`,
    [sellerId],
  )) as { rows: { currency: string; payable: string; transit: string }[] }
  const currencies = new Set([...rows.map((row) => row.currency), ...payables.keys(), "EUR"])
  return [...currencies].sort().map((currency) => {
    const booked = rows.find((row) => row.currency === currency)
    const open = payables.get(currency)
    const { available, onHold } = split(open, terms, now)
    const balance = cent(Number(booked?.payable ?? 0))
    return {
      currency,
      balance,
      available,
      onHold,
      claimed: (balance - available - onHold) as Cents,
      inTransit: cent(Number(booked?.transit ?? 0)),
      reserve: open?.reserve ?? (0 as Cents),
    }
  })
}

const cent = (amount: number): Cents => centsOf(micros(amount - (amount % 10_000)))

function split(open: Payables | undefined, terms: PayoutTerms, now: Date) {
  let available = 0
  let onHold = 0
  for (const entry of open?.entries ?? [])
    if (afterReturnWindow(entry, terms, now).payable) available += entry.amount
    else onHold += entry.amount
  return { available: cent(available), onHold: cent(onHold) }
}

/** What waits, by order, the soonest first; what nobody can date comes last. */
export async function readHolds(container: MedusaContainer, sellerId: string): Promise<Hold[]> {
  const now = clockOf(container).now()
  const terms = await termsOf(container, sellerId)
  const holds = new Map<string, { hold: Omit<Hold, "amount">; amount: number }>()
  for (const { currency, entries } of await readPayables(knexOf(container), [sellerId]))
    for (const entry of entries) {
      const answer = afterReturnWindow(entry, terms, now)
      if (answer.payable || !entry.order) continue
      const known = holds.get(entry.order.id) ?? {
        hold: { sellerOrderId: entry.order.id, currency, reason: answer.reason, until: answer.until },
        amount: 0,
      }
      known.amount += entry.amount
      holds.set(entry.order.id, known)
    }
  const when = ({ until }: Hold) => until?.getTime() ?? Number.MAX_SAFE_INTEGER
  return [...holds.values()]
    .map(({ hold, amount }) => ({ ...hold, amount: cent(amount) }))
    .sort((a, b) => when(a) - when(b) || a.sellerOrderId.localeCompare(b.sellerOrderId))
}
