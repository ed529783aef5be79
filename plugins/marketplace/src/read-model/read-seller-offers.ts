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
  /** What keeps it from the shelf beside its own state: gates of the listing, locks of the offer, `unlisted`. */
  readonly heldBy: readonly string[]
}

export interface SellerOfferFilter {
  readonly sellerId: string
  readonly ids?: readonly string[]
  /** In title, SKU or GTIN. */
  readonly search?: string | null
  readonly state?: OfferState | null
  readonly condition?: Condition | null
  readonly stock?: "IN_STOCK" | "LOW" | "OUT_OF_STOCK" | null
  /** Only what something keeps from the shelf. */
  readonly held?: boolean | null
  /** Only what this import brought. */
  readonly runId?: string | null
  readonly sort?: OfferSort | null
}

export type OfferSort = "NEWEST" | "TITLE" | "SKU" | "PRICE_UP" | "PRICE_DOWN" | "STOCK_UP"

/** What can still be sold. */
const FREE = "(n.stocked_quantity - n.reserved_quantity)"

const ORDERS: Readonly<Record<OfferSort, string>> = {
  NEWEST: "o.created_at desc, o.id desc",
  TITLE: "p.title, o.id",
  SKU: "o.sku",
  PRICE_UP: "o.price, o.id",
  PRICE_DOWN: "o.price desc, o.id",
  STOCK_UP: `${FREE} nulls first, o.id`,
}

/** Few enough to think of buying more. */
const LOW_STOCK = 5

const STATE = `case when o.state = 'active' and b.status <> 'published' then 'pending' else o.state end`

/** A page of one seller's offers, newest first. */
export async function readSellerOffers(
  container: MedusaContainer,
  filter: SellerOfferFilter,
  page: { skip: number; take: number },
): Promise<{ rows: SellerOfferRow[]; total: number }> {
  const query = filtered(knexOf(container), filter)
  // The stock of every row is only looked up to count where it filters.
  const [count] = (await withStock(query.clone(), Boolean(filter.stock), filter).count("o.id as n")) as { n: string }[]
  const rows = (await withStock(query.clone(), true, filter)
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
    .select(
      knexOf(container).raw(`${STATE} as state, ${HELD} as "heldBy", greatest(coalesce(${FREE}, 0), 0)::int as stock`),
    )
    .orderByRaw(ORDERS[filter.sort ?? "NEWEST"])
    .offset(page.skip)
    .limit(page.take)) as (Omit<SellerOfferRow, "price"> & { price: number })[]
  return { total: Number(count?.n ?? 0), rows: rows.map((row) => ({ ...row, price: cents(row.price) })) }
}

const HELD = `(o.held_by || sheet.held_by ||
  case when p.status <> 'published' or p.deleted_at is not null then array['unlisted'] else '{}'::text[] end)`

function withStock(
  query: Knex.QueryBuilder,
  needed: boolean,
  { stock, sellerId }: SellerOfferFilter,
): Knex.QueryBuilder {
  if (!needed) return query
  // A seller has one stock location: a plain join, which the planner may do for all offers at once.
  void query.joinRaw(
    `left join inventory_level as n on n.inventory_item_id = o.inventory_item_id and n.deleted_at is null
       and n.location_id = (select stock_location_id from marketplace_seller where id = ?)`,
    [sellerId],
  )
  if (stock === "OUT_OF_STOCK") void query.whereRaw(`coalesce(${FREE}, 0) <= 0`)
  if (stock === "IN_STOCK") void query.whereRaw(`${FREE} > 0`)
  if (stock === "LOW") void query.whereRaw(`${FREE} > 0 and ${FREE} <= ?`, [LOW_STOCK])
  return query
}

function filtered(knex: Knex, filter: SellerOfferFilter): Knex.QueryBuilder {
  const { sellerId, ids, search, state } = filter
  const query = knex("marketplace_offer as o")
    .join("product as p", "p.id", "o.catalogue_product_id")
    .join("product as b", "b.id", "o.product_id")
    .join("marketplace_product_sheet as sheet", "sheet.product_id", "o.catalogue_product_id")
    .where("o.seller_id", sellerId)
    .whereNull("o.deleted_at")
  if (ids) void query.whereIn("o.id", [...ids])
  if (state) void query.whereRaw(`${STATE} = ?`, [state])
  if (filter.condition) void query.where("o.condition", filter.condition)
  if (filter.held) void query.whereRaw(`${HELD} <> '{}'`)
  if (filter.runId) void query.where("o.run_id", filter.runId)
  if (search?.trim()) {
    const like = `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`
    void query.where((any) =>
      any
        .whereILike("p.title", like)
        .orWhereRaw("sheet.i18n -> 'en' ->> 'title' ilike ?", [like])
        .orWhereILike("o.sku", like)
        .orWhereILike("o.gtin", like),
    )
  }
  return query
}
