import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { knexOf } from "../modules/marketplace/resolve"

/**
 * A chunk is on the shelf when its sheets are committed; Medusa's products are written before. What a killed import left
 * in between — products of this source without a sheet, stock items of no variant — is taken away, so that the chunk can
 * be written again.
 */
export async function sweepHalfWritten(container: MedusaContainer, source: string): Promise<void> {
  const knex = knexOf(container)
  const products = (await knex("product as p")
    .leftJoin("marketplace_product_sheet as s", "s.product_id", "p.id")
    .whereNull("s.product_id")
    .whereNull("p.deleted_at")
    .whereLike("p.external_id", `${source}:%`)
    .select("p.id", "p.external_id as externalId")) as { id: string; externalId: string }[]
  const skus = (await knex("product_variant")
    .whereIn(
      "product_id",
      products.map((product) => product.id),
    )
    .whereNotNull("sku")
    .pluck("sku")) as string[]
  if (products.length > 0)
    await container.resolve(Modules.PRODUCT).deleteProducts(products.map((product) => product.id))
  const inventory = container.resolve(Modules.INVENTORY)
  const items = skus.length === 0 ? [] : await inventory.listInventoryItems({ sku: skus }, { take: skus.length })
  if (items.length > 0) await inventory.deleteInventoryItems(items.map((item) => item.id))
}
