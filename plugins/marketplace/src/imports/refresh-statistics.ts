import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Tables that an import fills and that pages of the portal and the shop join. */
const TABLES = [
  "marketplace_offer",
  "marketplace_offer_price",
  "marketplace_product_sheet",
  "marketplace_gtin",
  "product",
  "product_variant",
  "product_variant_price_set",
  "product_variant_inventory_item",
  "product_shipping_profile",
  "price",
  "inventory_item",
  "inventory_level",
]
const FIRST = 200

/**
 * PostgreSQL looks at a table that grew once a minute at best; till then it plans for the few rows that were there, and
 * reads the whole table for every product of a page. So a run tells it, each time that it has doubled what it made.
 */
export function statisticsOf(knex: Knex): (worked: number) => Promise<void> {
  let next = FIRST
  return async (worked) => {
    if (worked < next) return
    next = worked * 2
    await knex.raw(`analyze ${TABLES.map((table) => `"${table}"`).join(", ")}`)
  }
}
