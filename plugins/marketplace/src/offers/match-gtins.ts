import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import type { CatalogueMatch } from "./create-offers"

/** Catalogue variants by normalised GTIN. */
export async function matchGtins(
  container: MedusaContainer,
  gtins: readonly string[],
): Promise<Map<string, CatalogueMatch>> {
  if (gtins.length === 0) return new Map()
  const rows = (await knexOf(container)("marketplace_gtin as g")
    .join("product as p", "p.id", "g.product_id")
    .join("product_variant as v", "v.id", "g.variant_id")
    .whereIn("g.gtin", [...new Set(gtins)])
    .whereNull("p.deleted_at")
    .whereNull("v.deleted_at")
    .select(
      "g.gtin",
      "g.product_id as productId",
      "g.variant_id as variantId",
      "p.title",
      "p.thumbnail",
      "v.title as variantTitle",
    )) as (CatalogueMatch & { gtin: string })[]
  return new Map(rows.map((row) => [row.gtin, row]))
}
