import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { centsOfDecimal } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { retailerOf } from "../retailer/retailer-of"
import { refreshGates } from "../gates/refresh-gates"
import { categoryIdsOf } from "./save-categories"
import type { CatalogueDraft } from "./draft"
import { sheetColumns } from "./record-sheets"
import { changeRetailerPrices } from "./set-prices"

export interface KnownSheet {
  readonly productId: string
  readonly key: string
  readonly hash: string | null
}

/**
 * Brings a product with one variant to what the draft says. Its stock is left alone: after the first day the warehouse
 * knows it, not the file. The hash is written last, so that a broken update is done again.
 */
export async function updateCatalogueProduct(
  container: MedusaContainer,
  known: KnownSheet,
  draft: CatalogueDraft,
): Promise<void> {
  const variant = draft.variants[0]
  if (!variant) throw new Error("A draft without a variant cannot be imported")
  const categories = await categoryIdsOf(container, [draft])
  const products = container.resolve(Modules.PRODUCT)
  const [row] = await products.listProductVariants({ product_id: known.productId }, { take: 1, select: ["id"] })
  if (!row) throw new Error(`Product ${known.productId} has no variant any more`)
  await products.updateProducts(known.productId, {
    title: draft.title.fr,
    description: draft.description.fr,
    thumbnail: draft.images[0] ?? null,
    images: draft.images.map((url) => ({ url })),
    category_ids: draft.categories.map((handle) => categories.get(handle)!),
  })
  const gtin = variant.gtins?.[0] ?? null
  await products.updateProductVariants(row.id, { ean: gtin ?? undefined, barcode: gtin ?? undefined })
  if (variant.price !== null && (await presentPrice(container, row.id)) !== variant.price)
    await changeRetailerPrices(container, [{ variantId: row.id, price: variant.price }])
  await knexOf(container).transaction(async (trx) => {
    await trx("marketplace_gtin").where({ variant_id: row.id }).delete()
    const gtins = (variant.gtins ?? []).map((number) => ({
      gtin: number,
      product_id: known.productId,
      variant_id: row.id,
    }))
    if (gtins.length > 0) await trx("marketplace_gtin").insert(gtins)
    await trx("marketplace_product_sheet")
      .where({ product_id: known.productId })
      .update({ ...sheetColumns(draft), updated_at: trx.fn.now() })
  })
  await refreshGates(container, [known.productId])
}

async function presentPrice(container: MedusaContainer, variantId: string): Promise<number | null> {
  const { setup } = await retailerOf(container)
  const row = (await knexOf(container)("product_variant_price_set as l")
    .join("price as a", "a.price_set_id", "l.price_set_id")
    .where({ "l.variant_id": variantId, "a.currency_code": setup.currency.toLowerCase() })
    .whereNull("l.deleted_at")
    .whereNull("a.deleted_at")
    .whereNull("a.price_list_id")
    .min("a.amount as amount")
    .first()) as { amount: string | null } | undefined
  return row?.amount ? centsOfDecimal(Number(row.amount)) : null
}
