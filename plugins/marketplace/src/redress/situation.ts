import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { sum } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import { allowedActions, type OrderAction, type OrderSide, type OrderSituation } from "../orders/seller-order-state"

/** Where one trader's part stands, from the rows and not from its state. */
export async function readSituation(
  container: Pick<MedusaContainer, "resolve">,
  sellerOrderId: string,
): Promise<OrderSituation> {
  return (await readSituations(knexOf(container), [sellerOrderId])).get(sellerOrderId)!
}

/** One statement for any number of parts. */
export async function readSituations(
  knex: Knex | Knex.Transaction,
  ids: readonly string[],
): Promise<Map<string, OrderSituation>> {
  const { rows } = (await knex.raw(
    `select s.id, s.accepted_at is not null as accepted, s.seller_id is null as retailer,
       exists (select 1 from marketplace_dispute d where d.seller_order_id = s.id and d.ended_at is null) as incident,
       l.quantity,
       coalesce((select sum(r.quantity) from marketplace_redress_line r where r.line_id = l.line_id), 0)::int as gone,
       coalesce((select sum(p.quantity) from marketplace_parcel_line p where p.line_id = l.line_id), 0)::int as packed,
       coalesce((select sum(p.quantity) from marketplace_parcel_line p join marketplace_parcel box on box.id = p.parcel_id
         where p.line_id = l.line_id and box.state = 'delivered'), 0)::int as delivered
     from marketplace_seller_order s join marketplace_seller_order_line l on l.seller_order_id = s.id
     where s.id = any(?)`,
    [[...ids]],
  )) as { rows: SituationRow[] }
  return new Map(
    ids.map((id) => {
      const own = rows.filter((row) => row.id === id)
      const packed = sum(own.map((row) => row.packed))
      return [
        id,
        {
          accepted: own[0]?.accepted ?? false,
          retailer: own[0]?.retailer ?? false,
          incident: own[0]?.incident ?? false,
          waiting: sum(own.map((row) => row.quantity - row.gone)) - packed,
          packed,
          delivered: sum(own.map((row) => row.delivered)),
        },
      ]
    }),
  )
}

interface SituationRow {
  readonly id: string
  readonly accepted: boolean
  readonly retailer: boolean
  readonly incident: boolean
  readonly quantity: number
  readonly gone: number
  readonly packed: number
  readonly delivered: number
}

const REFUSAL: Readonly<Record<OrderAction, string>> = {
  ACCEPT: "This order cannot be accepted any more; open it again to see where it stands",
  SHIP: "Nothing of this order waits to be shipped, or it was not accepted yet",
  REFUSE: "Nothing of this order can be refused any more: it is on its way or was cancelled",
  CANCEL: "This can no longer be cancelled: the trader has accepted it. After delivery you may withdraw.",
  DISPUTE: "A dispute can be opened once something was sent, and only one at a time",
  MESSAGE: "No messages can be written about this order",
}

/** @throws SELLER_ORDER_STATE with what to do instead */
export async function assertAllowed(
  container: Pick<MedusaContainer, "resolve">,
  what: { readonly sellerOrderId: string; readonly side: OrderSide; readonly action: OrderAction },
): Promise<OrderSituation> {
  const at = await readSituation(container, what.sellerOrderId)
  if (!allowedActions(what.side, at).includes(what.action))
    throw marketplaceError("SELLER_ORDER_STATE", REFUSAL[what.action])
  return at
}
