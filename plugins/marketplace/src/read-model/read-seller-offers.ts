import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Cents, cents } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { Condition, OfferState } from "../offers/offer-draft"

export interface SellerOfferRow {
  readonly id: string
  readonly sku: string
  readonly gtin: string
  readonly condition: Condition
  /** `pending`: the offer is active, but a gate of the seller keeps it from the shelf. */
  readonly state: OfferState
  readonly price: Cents
  readonly currency: string
  readonly leadTimeDays: number
  readonly variantId: string
  readonly catalogueProductId: string
  readonly catalogueVariantId: string
  readonly productTitle: string
  readonly productHandle: string
  readonly image: string | null
  readonly stock: number
}

export interface SellerOfferFilter {
  readonly sellerId: string
  readonly ids?: readonly string[]
  /** In title, SKU or GTIN. */
  readonly search?: string | null
  readonly state?: OfferState | null
}

const STATE = `case when o.state = 'active' and b.status <> 'published' then 'pending' else o.state end`

/** A page of one seller's offers, newest first. */
export async function readSellerOffers(
  container: MedusaContainer,
  filter: SellerOfferFilter,
  page: { skip: number; take: number },
): Promise<{ rows: SellerOfferRow[]; total: number }> {
  const query = filtered(knexOf(container), filter)
  const [count] = (await query.clone().count("o.id as n")) as { n: string }[]
  const rows = (await query
    .clone()
    .joinRaw(
      `left join lateral (select sum(n.stocked_quantity - n.reserved_quantity) as free from inventory_level n
        where n.inventory_item_id = o.inventory_item_id and n.deleted_at is null
          and n.location_id = (select stock_location_id from marketplace_seller where id = o.seller_id)) stock on true`,
    )
    .select({
      id: "o.id",
      sku: "o.sku",
      gtin: "o.gtin",
      condition: "o.condition",
      price: "o.price",
      currency: "o.currency",
      leadTimeDays: "o.lead_time_days",
      variantId: "o.variant_id",
      catalogueProductId: "o.catalogue_product_id",
      catalogueVariantId: "o.catalogue_variant_id",
      productTitle: "p.title",
      productHandle: "p.handle",
      image: "p.thumbnail",
    })
    .select(knexOf(container).raw(`${STATE} as state, greatest(coalesce(stock.free, 0), 0)::int as stock`))
    .orderBy([
      { column: "o.created_at", order: "desc" },
      { column: "o.id", order: "desc" },
    ])
    .offset(page.skip)
    .limit(page.take)) as (Omit<SellerOfferRow, "price"> & { price: number })[]
  return { total: Number(count?.n ?? 0), rows: rows.map((row) => ({ ...row, price: cents(row.price) })) }
}

function filtered(knex: Knex, { sellerId, ids, search, state }: SellerOfferFilter): Knex.QueryBuilder {
  const query = knex("marketplace_offer as o")
    .join("product as p", "p.id", "o.catalogue_product_id")
    .join("product as b", "b.id", "o.product_id")
    .where("o.seller_id", sellerId)
    .whereNull("o.deleted_at")
  if (ids) void query.whereIn("o.id", [...ids])
  if (state) void query.whereRaw(`${STATE} = ?`, [state])
  if (search?.trim()) {
    const like = `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`
    void query.where((any) => any.whereILike("p.title", like).orWhereILike("o.sku", like).orWhereILike("o.gtin", like))
  }
  return query
}
