import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AuditFinding } from "@gondola/kit"

const VARIANT_PIECES = `product_variant_inventory_item`

/** Bags against the lines they came from, against Medusa's levels, and no seller's goods among the retailer's. */
export async function stockFindings(knex: Knex): Promise<AuditFinding[]> {
  return [...(await unitFindings(knex)), ...(await levelFindings(knex)), ...(await ownerFindings(knex))]
}

async function unitFindings(knex: Knex): Promise<AuditFinding[]> {
  const rows = (await knex("store_return_line as line")
    .join("store_return as ret", "ret.id", "line.store_return_id")
    .leftJoin("store_return_custody_unit as bag", "bag.return_line_id", "line.id")
    .whereIn("ret.state", ["REFUNDED", "DISPOSED"])
    .where((wrong) =>
      wrong
        .whereNull("bag.id")
        .orWhereRaw("bag.quantity <> line.quantity")
        .orWhereRaw("bag.seller_id is distinct from line.seller_id")
        .orWhereRaw("(line.disposed_at is null) <> (bag.place = 'quarantine')"),
    )
    .select("line.id", "line.quantity", "bag.quantity as held", "bag.place")) as {
    id: string
    quantity: number
    held: number | null
    place: string | null
  }[]
  return rows.map((row) => ({
    subject: row.id,
    detail: `${row.quantity} units came back, the bag says ${row.held ?? "nothing"} in ${row.place ?? "no place"}`,
  }))
}

/** Quarantine and cage hold exactly their bags; only returns write there. Shelves change by sales and are not compared. */
async function levelFindings(knex: Knex): Promise<AuditFinding[]> {
  const bags = knex("store_return_custody_unit as bag")
    .join("store_return_shop as shop", "shop.id", "bag.shop_id")
    .join(`${VARIANT_PIECES} as part`, "part.variant_id", "bag.variant_id")
    .whereNull("part.deleted_at")
    .whereIn("bag.place", ["quarantine", "cage"])
    .groupByRaw("1, 2")
    .select(
      "part.inventory_item_id as item_id",
      knex.raw(
        "case bag.place when 'cage' then shop.cage_location_id else shop.quarantine_location_id end as location_id",
      ),
    )
    .sum("bag.quantity as units")
    .as("bags")
  const levels = knex("inventory_level as level")
    .whereNull("level.deleted_at")
    .whereIn(
      "level.location_id",
      knex("store_return_shop")
        .select("quarantine_location_id")
        .union([knex("store_return_shop").select("cage_location_id")]),
    )
    .select("level.inventory_item_id as item_id", "level.location_id", "level.stocked_quantity as stocked")
    .as("levels")
  const rows = (await knex
    .select(
      knex.raw("coalesce(levels.location_id, bags.location_id) as location_id"),
      knex.raw("coalesce(levels.item_id, bags.item_id) as item_id"),
      knex.raw("coalesce(bags.units, 0) as units"),
      knex.raw("coalesce(levels.stocked, 0) as stocked"),
    )
    .from(levels)
    .fullOuterJoin(bags, (on) =>
      on.on("levels.item_id", "bags.item_id").andOn("levels.location_id", "bags.location_id"),
    )
    .whereRaw("coalesce(bags.units, 0) <> coalesce(levels.stocked, 0)")) as unknown as {
    location_id: string
    item_id: string
    units: string
    stocked: string
  }[]
  return rows.map((row) => ({
    subject: `${row.item_id} at ${row.location_id}`,
    detail: `bags hold ${row.units}, Medusa's level says ${row.stocked}`,
  }))
}

/** A shop's shelf holds the retailer's goods only. */
async function ownerFindings(knex: Knex): Promise<AuditFinding[]> {
  const rows = (await knex("inventory_level as level")
    .join("store_return_shop as shop", "shop.sellable_location_id", "level.location_id")
    .join(`${VARIANT_PIECES} as part`, "part.inventory_item_id", "level.inventory_item_id")
    .join("product_variant as variant", "variant.id", "part.variant_id")
    .join("marketplace_product_sheet as sheet", "sheet.product_id", "variant.product_id")
    .whereNotNull("sheet.owner_seller_id")
    .where("level.stocked_quantity", ">", 0)
    .whereNull("level.deleted_at")
    .select("level.inventory_item_id as item_id", "shop.handle", "sheet.owner_seller_id as seller_id")) as {
    item_id: string
    handle: string
    seller_id: string
  }[]
  return rows.map((row) => ({
    subject: row.item_id,
    detail: `goods of seller ${row.seller_id} stand on the shelf of ${row.handle}`,
  }))
}
