import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { knexOf } from "../modules/marketplace/resolve"
import { sellerOrderState } from "./seller-order-state"

export interface ParcelLine {
  readonly lineId: string
  readonly quantity: number
}

/** Sets the state that the parcels speak for. Runs in the transaction that changed a parcel. */
export async function refreshState(trx: Knex.Transaction | Knex, sellerOrderId: string): Promise<void> {
  const { rows } = (await trx.raw(
    `select l.quantity,
       coalesce(sum(pl.quantity) filter (where p.state in ('shipped', 'delivered')), 0)::int as shipped,
       coalesce(sum(pl.quantity) filter (where p.state = 'delivered'), 0)::int as delivered
     from marketplace_seller_order_line l
     left join marketplace_parcel_line pl on pl.line_id = l.line_id
     left join marketplace_parcel p on p.id = pl.parcel_id
     where l.seller_order_id = ?
     group by l.line_id, l.quantity`,
    [sellerOrderId],
  )) as { rows: { quantity: number; shipped: number; delivered: number }[] }
  const order = (await trx("marketplace_seller_order").where("id", sellerOrderId).first("accepted_at")) as {
    accepted_at: Date | null
  }
  await trx("marketplace_seller_order")
    .where("id", sellerOrderId)
    .update({ state: sellerOrderState(order.accepted_at !== null, rows) })
}

/** Units of each line that no parcel holds yet. */
export async function waitingUnits(container: MedusaContainer, sellerOrderId: string): Promise<Map<string, number>> {
  const { rows } = (await knexOf(container).raw(
    `select l.line_id as line, l.quantity - coalesce(sum(pl.quantity), 0)::int as waiting
     from marketplace_seller_order_line l
     left join marketplace_parcel_line pl on pl.line_id = l.line_id
     where l.seller_order_id = ?
     group by l.line_id, l.quantity`,
    [sellerOrderId],
  )) as { rows: { line: string; waiting: number }[] }
  return new Map(rows.map((row) => [row.line, row.waiting]))
}

/** The fulfilment that was made for a parcel, found by the parcel's id on it. */
export async function fulfilmentOf(container: MedusaContainer, orderId: string, parcelId: string) {
  const links = (await knexOf(container)("order_fulfillment")
    .where("order_id", orderId)
    .whereNull("deleted_at")
    .select("fulfillment_id")) as { fulfillment_id: string }[]
  const fulfilments = await container
    .resolve(Modules.FULFILLMENT)
    .listFulfillments({ id: links.map((link) => link.fulfillment_id) })
  return fulfilments.find((each) => (each.metadata as { parcel_id?: string } | null)?.parcel_id === parcelId) ?? null
}
