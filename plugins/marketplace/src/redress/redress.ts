import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { cents } from "@gondola/kit"
import type { OrderActor } from "../orders/order-events"
import type { RedressFacts, RedressPlan } from "./plan-redress"
import { type PromisedRefund, promisedRefunds } from "./promised-refunds"

/** Why something of an order falls away or is paid back. */
export type RedressKind = "REFUSAL" | "CANCELLATION" | "EXPIRY" | "DISPUTE"

export interface RedressIntent {
  /** Business key: the same key is carried out once. */
  readonly key: string
  readonly orderId: string
  readonly sellerOrderId: string
  readonly sellerId: string | null
  readonly kind: RedressKind
  readonly by: OrderActor
  /** A code of the surface that asked. */
  readonly reason: string
  /** In the words of whoever decided. */
  readonly note?: string
  readonly disputeId?: string | null
}

export interface RedressRow {
  readonly id: string
  readonly key: string
  readonly order_id: string
  readonly seller_order_id: string
  readonly seller_id: string | null
  readonly kind: RedressKind
  readonly by_role: OrderActor["role"]
  readonly by_id: string
  readonly reason: string
  readonly note: string
  readonly delivery: number
  readonly amount: number
  readonly pending_before: string | number
  readonly dispute_id: string | null
  readonly started_at: Date
  readonly settled_at: Date | null
}

export interface RedressLineRow {
  readonly line_id: string
  readonly quantity: number
  readonly amount: number
  readonly title: string
}

/** In Medusa's order change and in the note of its refund: how ours is recognised after a crash. */
export const redressMark = (id: string): string => `redress:${id}`

/** One trader's part as it stands. Money of a redress that is on its way counts as given back. */
export async function readRedressFacts(trx: Knex.Transaction | Knex, sellerOrderId: string): Promise<RedressFacts> {
  const { rows } = (await trx.raw(
    `select l.line_id as "lineId", l.quantity, l.total,
       coalesce((select sum(r.quantity) from marketplace_redress_line r where r.line_id = l.line_id), 0)::int as gone,
       coalesce((select sum(p.quantity) from marketplace_parcel_line p where p.line_id = l.line_id), 0)::int as packed,
       coalesce((select sum(s.amount) from marketplace_refund_share s where s.line_id = l.line_id), 0)::int
         + coalesce((select sum(r.amount) from marketplace_redress_line r join marketplace_redress open on open.id = r.redress_id
             where r.line_id = l.line_id and not exists
               (select 1 from marketplace_refund_share s where s.key = 'redress:' || open.id)), 0)::int as refunded
     from marketplace_seller_order_line l where l.seller_order_id = ? order by l.line_id`,
    [sellerOrderId],
  )) as { rows: { lineId: string; quantity: number; total: number; gone: number; packed: number; refunded: number }[] }
  const part = (await trx("marketplace_seller_order as s")
    .where("s.id", sellerOrderId)
    .first(
      "s.delivery_total as delivery",
      "s.order_id as order",
      "s.seller_id as seller",
      trx.raw(
        `(select coalesce(sum(r.amount), 0)::int from marketplace_refund_share r where r.order_id = s.order_id
            and r.line_id is null and r.seller_id is not distinct from s.seller_id)
         + (select coalesce(sum(open.delivery), 0)::int from marketplace_redress open where open.seller_order_id = s.id
              and not exists (select 1 from marketplace_refund_share x where x.key = 'redress:' || open.id)) as refunded`,
      ),
    )) as { delivery: number; refunded: number; order: string; seller: string | null }
  const promised = await promisedRefunds(trx, [part.order])
  const open = (of: (each: PromisedRefund) => boolean) =>
    promised.reduce((a, each) => (each.sellerId === part.seller && of(each) ? a + each.amount : a), 0)
  return {
    delivery: cents(part.delivery),
    deliveryRefunded: cents(part.refunded + open((each) => each.lineId === null)),
    lines: rows.map((row) => ({
      ...row,
      total: cents(row.total),
      refunded: cents(row.refunded + open((each) => each.lineId === row.lineId)),
    })),
  }
}

export async function insertRedress(
  trx: Knex.Transaction,
  row: { readonly id: string; readonly intent: RedressIntent; readonly plan: RedressPlan; readonly at: Date },
  pendingBefore: number,
): Promise<void> {
  const { id, intent, plan, at } = row
  await trx("marketplace_redress").insert({
    id,
    key: intent.key,
    order_id: intent.orderId,
    seller_order_id: intent.sellerOrderId,
    seller_id: intent.sellerId,
    kind: intent.kind,
    by_role: intent.by.role,
    by_id: intent.by.id,
    reason: intent.reason,
    note: intent.note ?? "",
    delivery: plan.delivery,
    amount: plan.amount,
    pending_before: pendingBefore,
    dispute_id: intent.disputeId ?? null,
    started_at: at,
  })
  if (plan.lines.length > 0)
    await trx("marketplace_redress_line").insert(
      plan.lines.map((line) => ({
        redress_id: id,
        line_id: line.lineId,
        quantity: line.quantity,
        amount: line.amount,
      })),
    )
}

export async function readRedressLines(trx: Knex | Knex.Transaction, id: string): Promise<RedressLineRow[]> {
  return (await trx("marketplace_redress_line as r")
    .join("marketplace_seller_order_line as l", "l.line_id", "r.line_id")
    .where("r.redress_id", id)
    .orderBy("r.line_id")
    .select("r.line_id", "r.quantity", "r.amount", "l.title")) as RedressLineRow[]
}
