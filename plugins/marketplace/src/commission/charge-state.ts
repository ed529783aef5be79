import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Cents, cents } from "@gondola/kit"
import type { ChargeState } from "./reversal"

export interface StoredCharge extends ChargeState {
  readonly id: string
  readonly ruleId: string
  readonly ruleName: string
  readonly rateBps: number
  readonly fixed: Cents
}

/** The charge of an order line with what was given back of it; null where nothing was charged. */
export async function readCharge(trx: Knex.Transaction, lineId: string): Promise<StoredCharge | null> {
  const rows = (await trx("marketplace_commission_line").where("line_id", lineId)) as {
    id: string
    rule_id: string
    rule_name: string
    rate_bps: number
    fixed: number
    base: number
    amount: number
    reverses: string | null
  }[]
  const charge = rows.find((row) => row.reverses === null)
  if (!charge) return null
  const reversals = rows.filter((row) => row.reverses !== null)
  return {
    id: charge.id,
    ruleId: charge.rule_id,
    ruleName: charge.rule_name,
    rateBps: charge.rate_bps,
    fixed: cents(charge.fixed),
    base: cents(charge.base),
    amount: cents(charge.amount),
    reversedBase: cents(reversals.reduce((a, row) => a - row.base, 0)),
    reversedAmount: cents(reversals.reduce((a, row) => a - row.amount, 0)),
  }
}
