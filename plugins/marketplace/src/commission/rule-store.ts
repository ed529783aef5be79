import type { MedusaContainer } from "@medusajs/framework/types"
import { cents } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { CommissionRule } from "./rule"

interface RuleRow {
  id: string
  name: string
  position: number
  active: boolean
  category_handle: string | null
  seller_id: string | null
  brand: string | null
  min_price: number | null
  rate_bps: number
  fixed: number
}

/** In the operator's order. */
export async function readRules(container: MedusaContainer): Promise<CommissionRule[]> {
  const rows = (await knexOf(container)("marketplace_commission_rule").orderBy(["position", "id"])) as RuleRow[]
  return rows.map(ruleOf)
}

const ruleOf = (row: RuleRow): CommissionRule => ({
  id: row.id,
  name: row.name,
  position: row.position,
  active: row.active,
  categoryHandle: row.category_handle,
  sellerId: row.seller_id,
  brand: row.brand,
  minPrice: row.min_price === null ? null : cents(row.min_price),
  rateBps: row.rate_bps,
  fixed: cents(row.fixed),
})
