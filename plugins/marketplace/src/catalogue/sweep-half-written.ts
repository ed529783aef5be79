import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { knexOf } from "../modules/marketplace/resolve"
import type { MedusaProductDraft } from "./create-medusa-products"

/**
 * Goods are on the shelf when our sheet of them is committed; Medusa's rows are written before. What a killed process
 * left in between under these SKUs — products of the same origin without a sheet, stock items of no variant — is taken
 * away, so that they can be written again. Anybody else's goods that bear such a SKU stay, and the writing will say so.
 */
export async function sweepHalfWritten(
  container: MedusaContainer,
  drafts: readonly Pick<MedusaProductDraft, "externalId" | "variants">[],
): Promise<void> {
  const knex = knexOf(container)
  const skus = drafts.flatMap((draft) => draft.variants.map((variant) => variant.sku))
  const origins = [...new Set(drafts.map((draft) => draft.externalId.split(":")[0]!))]
  const products = (await knex("product_variant as v")
    .join("product as p", "p.id", "v.product_id")
    .leftJoin("marketplace_product_sheet as s", "s.product_id", "p.id")
    .whereIn("v.sku", skus)
    .whereNull("v.deleted_at")
    .whereNull("s.product_id")
    .whereRaw("split_part(p.external_id, ':', 1) = any(?)", [origins])
    .distinct()
    .pluck("p.id")) as string[]
  if (products.length > 0) await container.resolve(Modules.PRODUCT).deleteProducts(products)
  const items = (await knex("inventory_item as i")
    .whereIn("i.sku", skus)
    .whereNull("i.deleted_at")
    .whereNotExists(
      knex("product_variant_inventory_item as l")
        .join("product_variant as v", "v.id", "l.variant_id")
        .whereRaw("l.inventory_item_id = i.id")
        .whereNull("l.deleted_at"),
    )
    .pluck("i.id")) as string[]
  if (items.length > 0) await container.resolve(Modules.INVENTORY).deleteInventoryItems(items)
}
