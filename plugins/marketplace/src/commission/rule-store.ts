import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { type Cents, cents } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { VatMode } from "../vat/fee-vat"
import type { CommissionRule } from "./rule"

export interface RuleRow {
  id: string
  name: string
  position: number
  active: boolean
  category_handle: string | null
  seller_id: string | null
  brand: string | null
  product_id: string | null
  condition: string | null
  channel: string | null
  min_price: number | null
  currency: string
  effective_from: Date | null
  effective_until: Date | null
  rate_bps: number
  fixed: number
  minimum: number | null
  maximum: number | null
  base_vat: "with" | "without"
  base_shipping: boolean
  vat_mode: VatMode
}

/** In the operator's order. */
export async function readRules(
  container: Pick<MedusaContainer, "resolve">,
  trx?: Knex.Transaction,
): Promise<CommissionRule[]> {
  const knex = trx ?? knexOf(container)
  const rows = (await knex("marketplace_commission_rule").orderBy(["position", "id"])) as RuleRow[]
  return rows.map(ruleOf)
}

const amount = (value: number | null): Cents | null => (value === null ? null : cents(value))

export const ruleOf = (row: RuleRow): CommissionRule => ({
  id: row.id,
  name: row.name,
  position: row.position,
  active: row.active,
  categoryHandle: row.category_handle,
  sellerId: row.seller_id,
  brand: row.brand,
  productId: row.product_id,
  condition: row.condition,
  channel: row.channel,
  minPrice: amount(row.min_price),
  currency: row.currency,
  effectiveFrom: row.effective_from,
  effectiveUntil: row.effective_until,
  rateBps: row.rate_bps,
  fixed: cents(row.fixed),
  minimum: amount(row.minimum),
  maximum: amount(row.maximum),
  baseVat: row.base_vat,
  baseShipping: row.base_shipping,
  vatMode: row.vat_mode,
})
