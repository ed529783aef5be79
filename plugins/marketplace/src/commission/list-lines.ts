import type { MedusaContainer } from "@medusajs/framework/types"
import type { PageRequest } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"

export interface CommissionLineRow {
  readonly id: string
  readonly orderNumber: number
  readonly sellerName: string
  readonly title: string
  readonly ruleName: string
  readonly rateBps: number
  /** Cents; negative on a reversal. */
  readonly base: number
  readonly amount: number
  /** Within the amount. */
  readonly vat: number
  readonly vatRateBps: number
  readonly vatTreatment: string | null
  readonly currency: string
  readonly reverses: string | null
  readonly at: Date
}

/** Newest first. */
export async function listCommissionLines(
  container: MedusaContainer,
  asked: { readonly orderNumber?: number | null; readonly page: PageRequest & { skip: number; take: number } },
): Promise<{ items: CommissionLineRow[]; total: number }> {
  const query = knexOf(container)("marketplace_commission_line as c")
    .join("marketplace_placed_order as o", "o.order_id", "c.order_id")
    .join("marketplace_seller_order_line as l", "l.line_id", "c.line_id")
    .join("marketplace_seller as s", "s.id", "c.seller_id")
  if (asked.orderNumber) void query.where("o.number", asked.orderNumber)
  const [count] = (await query.clone().count("c.id as n")) as { n: string }[]
  const items = (await query
    .select(
      "c.id",
      "o.number as orderNumber",
      "s.name as sellerName",
      "l.title",
      "c.rule_name as ruleName",
      "c.rate_bps as rateBps",
      "c.base",
      "c.amount",
      "c.vat",
      "c.vat_rate_bps as vatRateBps",
      "c.vat_treatment as vatTreatment",
      "o.currency",
      "c.reverses",
      "c.occurred_at as at",
    )
    .orderBy("c.seq", "desc")
    .offset(asked.page.skip)
    .limit(asked.page.take)) as CommissionLineRow[]
  return { items, total: Number(count?.n ?? 0) }
}
