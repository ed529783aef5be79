import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { cents, type Cents } from "@gondola/kit"
import type { ChargeState } from "./reversal"

export interface StoredCharge extends ChargeState {
  readonly id: string
  readonly lineId: string
  readonly ruleId: string
  readonly ruleName: string
  readonly rateBps: number
  readonly fixed: Cents
  readonly shippingGross: Cents
  readonly reversedShipping: Cents
  readonly vatRateBps: number
  readonly vatTreatment: string | null
  readonly taxCode: string | null
}

interface ChargeRow {
  id: string
  line_id: string
  rule_id: string
  rule_name: string
  rate_bps: number
  fixed: number
  gross: number | null
  shipping_gross: number
  base: number
  amount: number
  vat: number
  vat_rate_bps: number
  vat_treatment: string | null
  tax_code: string | null
  reverses: string | null
}

/** The charges of order lines with what was given back of them; a line without commission has none. */
export async function readCharges(trx: Knex.Transaction, lineIds: readonly string[]): Promise<StoredCharge[]> {
  const rows = (await trx("marketplace_commission_line").whereIn("line_id", [...lineIds])) as ChargeRow[]
  return rows
    .filter((row) => row.reverses === null)
    .map((charge) => {
      const back = rows.filter((row) => row.reverses === charge.id)
      const reversed = (of: (row: ChargeRow) => number): Cents => cents(back.reduce((a, row) => a - of(row), 0))
      return {
        id: charge.id,
        lineId: charge.line_id,
        ruleId: charge.rule_id,
        ruleName: charge.rule_name,
        rateBps: charge.rate_bps,
        fixed: cents(charge.fixed),
        gross: cents(grossOf(charge)),
        shippingGross: cents(charge.shipping_gross),
        base: cents(charge.base),
        amount: cents(charge.amount),
        vat: cents(charge.vat),
        vatRateBps: charge.vat_rate_bps,
        vatTreatment: charge.vat_treatment,
        taxCode: charge.tax_code,
        reversedGross: reversed(grossOf),
        reversedShipping: reversed((row) => row.shipping_gross),
        reversedBase: reversed((row) => row.base),
        reversedAmount: reversed((row) => row.amount),
        reversedVat: reversed((row) => row.vat),
      }
    })
}

/** Lines of before there was a gross: their base was the price with VAT. */
const grossOf = (row: ChargeRow): number => row.gross ?? row.base
