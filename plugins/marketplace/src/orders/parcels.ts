import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { knexOf } from "../modules/marketplace/resolve"
import { sellerOrderState } from "./seller-order-state"

export interface ParcelLine {
  readonly lineId: string
  readonly quantity: number
}

/** Sets the state that parcels, refusals and disputes speak for. Runs in the transaction that changed one of them. */
export async function refreshState(trx: Knex.Transaction | Knex, sellerOrderId: string): Promise<void> {
  const { rows } = (await trx.raw(
    `select l.quantity,
       coalesce((select sum(r.quantity) from marketplace_redress_line r where r.line_id = l.line_id), 0)::int as gone,
       coalesce(sum(pl.quantity) filter (where p.state in ('shipped', 'delivered')), 0)::int as shipped,
       coalesce(sum(pl.quantity) filter (where p.state = 'delivered'), 0)::int as delivered
     from marketplace_seller_order_line l
     left join marketplace_parcel_line pl on pl.line_id = l.line_id
     left join marketplace_parcel p on p.id = pl.parcel_id
     where l.seller_order_id = ?
     group by l.line_id, l.quantity`,
    [sellerOrderId],
  )) as { rows: { quantity: number; gone: number; shipped: number; delivered: number }[] }
  const order = (await trx("marketplace_seller_order as s")
    .where("s.id", sellerOrderId)
    .first(
      "s.accepted_at",
      trx.raw(
        `exists (select 1 from marketplace_redress r where r.seller_order_id = s.id and r.kind in ('REFUSAL', 'EXPIRY')) as refused`,
      ),
      trx.raw(
        `exists (select 1 from marketplace_dispute d where d.seller_order_id = s.id and d.ended_at is null) as incident`,
      ),
    )) as { accepted_at: Date | null; refused: boolean; incident: boolean }
  await trx("marketplace_seller_order")
    .where("id", sellerOrderId)
    .update({ state: sellerOrderState(order.accepted_at !== null, rows, order) })
}

/** Units of each line that no parcel holds yet and that nobody refused or cancelled. */
export async function waitingUnits(container: MedusaContainer, sellerOrderId: string): Promise<Map<string, number>> {
  const { rows } = (await knexOf(container).raw(
    `select l.line_id as line, l.quantity - coalesce(sum(pl.quantity), 0)::int
       - coalesce((select sum(r.quantity) from marketplace_redress_line r where r.line_id = l.line_id), 0)::int as waiting
     from marketplace_seller_order_line l
     left join marketplace_parcel_line pl on pl.line_id = l.line_id
     where l.seller_order_id = ?
     group by l.line_id, l.quantity`,
    [sellerOrderId],
  )) as { rows: { line: string; waiting: number }[] }
  return new Map(rows.map((row) => [row.line, row.waiting]))
}

/** The fulfilment that was made for a parcel, found by the parcel's id on it: the link to the order may be missing. */
export async function fulfilmentOf(
  container: MedusaContainer,
  orderId: string,
  parcelId: string,
): Promise<{ readonly id: string } | null> {
  const { rows } = (await knexOf(container).raw(
    `select f.id from fulfillment f
     left join order_fulfillment l on l.fulfillment_id = f.id and l.deleted_at is null
     where f.metadata ->> 'parcel_id' = :parcel and f.deleted_at is null and f.canceled_at is null
       and coalesce(l.order_id, :order) = :order`,
    { parcel: parcelId, order: orderId },
  )) as { rows: { id: string }[] }
  return rows[0] ?? null
}
