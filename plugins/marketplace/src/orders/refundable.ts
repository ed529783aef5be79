import { type Cents, cents } from "@gondola/kit"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { promisedRefunds } from "../redress/promised-refunds"

/** What of each line may still be given back: what was paid less everything that was given back or is promised. */
export async function refundableLines(knex: Knex, orderIds: readonly string[]): Promise<Map<string, Cents>> {
  if (orderIds.length === 0) return new Map()
  const [{ rows }, promised] = await Promise.all([
    knex.raw(
      `select l.line_id as line, l.total
         - coalesce((select sum(s.amount) from marketplace_refund_share s where s.line_id = l.line_id), 0)::int
         - coalesce((select sum(r.amount) from marketplace_redress_line r where r.line_id = l.line_id and not exists
             (select 1 from marketplace_refund_share s where s.key = 'redress:' || r.redress_id)), 0)::int as left
       from marketplace_seller_order_line l where l.order_id = any(?)`,
      [[...orderIds]],
    ) as unknown as Promise<{ rows: { line: string; left: number }[] }>,
    promisedRefunds(knex, orderIds),
  ])
  return new Map(
    rows.map(({ line, left }) => {
      const open = promised.reduce((a, each) => (each.lineId === line ? a + each.amount : a), 0)
      return [line, cents(Math.max(0, left - open))]
    }),
  )
}
