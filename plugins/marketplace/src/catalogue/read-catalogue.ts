import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { knexOf } from "../modules/marketplace/resolve"

export interface CatalogueItemRow {
  readonly id: string
  readonly handle: string
  readonly title: string
  readonly brand: string | null
  readonly image: string | null
  readonly status: string
  readonly source: string | null
  readonly variantCount: number
  readonly offerCount: number
  readonly sellerCount: number
  readonly heldBy: readonly string[]
  readonly createdAt: Date
}

export interface CatalogueFilter {
  readonly id?: string
  /** In title, brand, GTIN or part number. */
  readonly search?: string | null
  /** A gate, or `any`. */
  readonly heldBy?: string | null
  readonly source?: string | null
}

/** The operator's list, newest first. */
export async function readCatalogue(
  container: MedusaContainer,
  filter: CatalogueFilter,
  page: { readonly skip: number; readonly take: number },
): Promise<{ rows: CatalogueItemRow[]; total: number }> {
  const knex = knexOf(container)
  const query = filtered(knex, filter)
  const [count] = (await query.clone().count("p.id as n")) as { n: string }[]
  const rows = (await query
    .clone()
    .select({
      id: "p.id",
      handle: "p.handle",
      title: "p.title",
      brand: "s.brand",
      image: "p.thumbnail",
      status: "p.status",
      source: "s.source",
      heldBy: "s.held_by",
      createdAt: "p.created_at",
    })
    .select(
      knex.raw(
        `(select count(*) from product_variant v where v.product_id = p.id and v.deleted_at is null)::int as "variantCount",
         (select count(*) from marketplace_offer o where o.catalogue_product_id = p.id and o.state <> 'closed')::int as "offerCount",
         (select count(distinct o.seller_id) from marketplace_offer o where o.catalogue_product_id = p.id and o.state <> 'closed')::int as "sellerCount"`,
      ),
    )
    .orderBy([
      { column: "p.created_at", order: "desc" },
      { column: "p.id", order: "desc" },
    ])
    .offset(page.skip)
    .limit(page.take)) as CatalogueItemRow[]
  return { total: Number(count?.n ?? 0), rows }
}

function filtered(knex: Knex, { id, search, heldBy, source }: CatalogueFilter): Knex.QueryBuilder {
  const query = knex("product as p")
    .join("marketplace_product_sheet as s", "s.product_id", "p.id")
    .whereNull("p.deleted_at")
    .whereNull("s.owner_seller_id")
  if (id) void query.where("p.id", id)
  if (heldBy === "any") void query.whereRaw("s.held_by <> '{}'")
  else if (heldBy) void query.whereRaw("? = any(s.held_by)", [heldBy])
  if (source) void query.where("s.source", source)
  if (search?.trim()) {
    const like = `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`
    void query.where((any) =>
      any
        .whereILike("p.title", like)
        .orWhereILike("s.brand", like)
        .orWhereILike("s.part_number", like)
        .orWhereIn("p.id", knex("marketplace_gtin").whereILike("gtin", like).select("product_id")),
    )
  }
  return query
}
