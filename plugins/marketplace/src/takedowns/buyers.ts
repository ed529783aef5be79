import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { TakedownRow } from "./takedown"

/** Back by this many months (DSA art. 32 (1)). A recall has no such limit: all who are known are told (GPSR art. 35). */
export const MONTHS_BACK = 6

/** Null: whenever it was. */
export function boughtSince({ kind, at }: Pick<TakedownRow, "kind" | "at">): Date | null {
  if (kind === "recall") return null
  const since = new Date(at)
  const day = since.getUTCDate()
  since.setUTCMonth(since.getUTCMonth() - MONTHS_BACK)
  // 31 August goes back to the last of February, not into March.
  if (since.getUTCDate() !== day) since.setUTCDate(0)
  return since
}

export interface BuyerLine {
  readonly order_id: string
  readonly number: number
  readonly placed_at: Date
  readonly email: string
  readonly locale: string | null
  readonly title: string
  readonly quantity: number
  readonly trader: string
  /** Whether this takedown was told about this order. */
  readonly state: "told" | "unreachable" | null
}

/**
 * Who bought it, the first order first: every line of the product (and of what was merged into it) but those that were
 * refused or cancelled whole. What was sent back was bought all the same.
 */
export async function buyerLines(knex: Knex | Knex.Transaction, takedown: TakedownRow): Promise<BuyerLine[]> {
  const { rows } = await knex.raw<{ rows: BuyerLine[] }>(
    `select o.order_id, o.number, o.placed_at, lower(trim(o.email)) as email, sold.locale, l.title,
       (l.quantity - coalesce(gone.n, 0))::int as quantity, told.state,
       coalesce(
         seller.legal_name || ', ' || seller.street || ', ' || seller.postal_code || ' ' || seller.city || ', ' || seller.email,
         concat_ws(', ', house.trader ->> 'legalName', house.trader ->> 'street',
           concat_ws(' ', house.trader ->> 'postalCode', house.trader ->> 'city'), house.trader ->> 'email')) as trader
     from marketplace_seller_order_line l
     join marketplace_seller_order s on s.id = l.seller_order_id and s.state not in ('REFUSED', 'CANCELLED')
     join marketplace_placed_order o on o.order_id = s.order_id
     left join "order" sold on sold.id = o.order_id
     left join marketplace_seller seller on seller.id = s.seller_id
     left join marketplace_retailer house on s.seller_id is null
     left join marketplace_takedown_buyer told on told.takedown_id = :id and told.order_id = o.order_id
     left join lateral (
       select sum(r.quantity) as n from marketplace_redress_line r
       join marketplace_redress w on w.id = r.redress_id and w.kind <> 'DISPUTE' where r.line_id = l.line_id
     ) gone on true
     where l.catalogue_product_id in (
         select cast(:product as text) union
         select p.id from marketplace_product_redirect r join product p on p.handle = r.handle where r.product_id = :product
       )
       and (cast(:seller as text) is null or s.seller_id = :seller)
       and (cast(:since as timestamptz) is null or o.placed_at >= :since)
       and l.quantity > coalesce(gone.n, 0)
     order by o.placed_at, o.number, l.line_id`,
    {
      id: takedown.id,
      product: takedown.product_id,
      seller: takedown.seller_id,
      since: boughtSince(takedown),
    } as never,
  )
  return rows
}
