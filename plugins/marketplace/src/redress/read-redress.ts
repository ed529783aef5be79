import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import type { OrderSide } from "../orders/seller-order-state"
import type { RedressKind } from "./redress"

export interface RedressRecord {
  readonly id: string
  readonly sellerOrderId: string
  readonly kind: RedressKind
  readonly by: OrderSide
  readonly reason: string
  readonly note: string
  readonly at: Date
  readonly amount: number
  readonly settled: boolean
  readonly lines: readonly {
    readonly lineId: string
    readonly title: string
    readonly quantity: number
    readonly amount: number
  }[]
}

/** Of several parts at once, the oldest first. */
export async function readRedress(
  container: Pick<MedusaContainer, "resolve">,
  sellerOrderIds: readonly string[],
): Promise<RedressRecord[]> {
  const { rows } = (await knexOf(container).raw(
    `select r.id, r.seller_order_id as "sellerOrderId", r.kind, r.by_role as by, r.reason, r.note, r.started_at as at, r.amount,
       r.settled_at is not null as settled,
       coalesce((select json_agg(json_build_object('lineId', l.line_id, 'title', line.title, 'quantity', l.quantity, 'amount', l.amount) order by l.line_id)
         from marketplace_redress_line l join marketplace_seller_order_line line on line.line_id = l.line_id
         where l.redress_id = r.id), '[]') as lines
     from marketplace_redress r where r.seller_order_id = any(?) order by r.started_at, r.id`,
    [[...sellerOrderIds]],
  )) as { rows: RedressRecord[] }
  return rows
}
