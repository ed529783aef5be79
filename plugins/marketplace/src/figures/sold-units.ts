import type { MedusaContainer } from "@medusajs/framework/types"
import { parisDay, type Period } from "./period"
import { select } from "./query"

/** What sold of one catalogue product on one Paris day. */
export interface SoldUnits {
  readonly productId: string
  readonly title: string
  /** The handle of its deepest category today; null for a product in none. */
  readonly category: string | null
  readonly day: string
  readonly units: number
}

export function soldUnits(container: MedusaContainer, { from, to }: Pick<Period, "from" | "to">): Promise<SoldUnits[]> {
  return select<SoldUnits>(
    container,
    `select sold.*, (
         select c.handle from product_category_product link
         join product_category c on c.id = link.product_category_id and c.deleted_at is null
         where link.product_id = sold."productId" order by length(c.mpath) desc, c.handle limit 1
       ) as category
     from (
       select l.catalogue_product_id as "productId", max(l.title) as title, ${parisDay("s.placed_at")} as day,
         sum(l.quantity)::int as units
       from marketplace_seller_order s join marketplace_seller_order_line l on l.seller_order_id = s.id
       where s.placed_at >= :from and s.placed_at < :to and s.state not in ('REFUSED', 'CANCELLED')
       group by l.catalogue_product_id, ${parisDay("s.placed_at")}
     ) sold`,
    { from, to },
  )
}

/** In how many orders a catalogue product was sold on one Paris day. */
export interface ProductOrders {
  readonly productId: string
  readonly day: string
  readonly orders: number
}

export async function productOrders(
  container: MedusaContainer,
  { from, to }: Pick<Period, "from" | "to">,
  productIds: readonly string[],
): Promise<ProductOrders[]> {
  if (productIds.length === 0) return []
  return select<ProductOrders>(
    container,
    `select l.catalogue_product_id as "productId", ${parisDay("s.placed_at")} as day,
       count(distinct s.order_id)::int as orders
     from marketplace_seller_order s join marketplace_seller_order_line l on l.seller_order_id = s.id
     where s.placed_at >= :from and s.placed_at < :to and s.state not in ('REFUSED', 'CANCELLED')
       and l.catalogue_product_id = any(:ids)
     group by l.catalogue_product_id, ${parisDay("s.placed_at")}`,
    { from, to, ids: [...productIds] },
  )
}

/** Where lines of orders come from, by the line's id. */
export async function soldLines(
  container: MedusaContainer,
  lineIds: readonly string[],
): Promise<Map<string, { productId: string; day: string }>> {
  const rows = await select<{ id: string; productId: string; day: string }>(
    container,
    `select l.line_id as id, l.catalogue_product_id as "productId", ${parisDay("s.placed_at")} as day
     from marketplace_seller_order_line l join marketplace_seller_order s on s.id = l.seller_order_id
     where l.line_id = any(:ids)`,
    { ids: [...lineIds] },
  )
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

/** When orders were placed, by the order's id. */
export async function placedDays(
  container: MedusaContainer,
  orderIds: readonly string[],
): Promise<Map<string, { number: number; placedAt: Date; day: string }>> {
  const rows = await select<{ id: string; number: number; placedAt: Date; day: string }>(
    container,
    `select o.order_id as id, o.number, o.placed_at as "placedAt", ${parisDay("o.placed_at")} as day
     from marketplace_placed_order o where o.order_id = any(:ids)`,
    { ids: [...orderIds] },
  )
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}
