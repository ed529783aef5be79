import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { centsOfDecimal } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { retailerOf } from "../retailer/retailer-of"
import { refreshGates } from "../gates/refresh-gates"
import { categoryIdsOf } from "./save-categories"
import { setProductVatClass } from "../vat/vat-classes"
import { addVariants } from "./add-variants"
import type { CatalogueDraft, CatalogueVariantDraft } from "./draft"
import { sheetColumns, variantWords } from "./record-sheets"
import { changeRetailerPrices } from "./set-prices"

export interface KnownSheet {
  readonly productId: string
  readonly key: string
  readonly hash: string | null
}

/**
 * Brings a product to what the draft says; new variants are added, one that the draft does not name stays as it is, and
 * so does what the draft's source says nothing of. Stock of what exists is left alone: after the first day the warehouse
 * knows it, not the file. The hash is written last, so that a broken update is done again.
 */
export async function updateCatalogueProduct(
  container: MedusaContainer,
  known: KnownSheet,
  draft: CatalogueDraft,
): Promise<void> {
  if (draft.variants.length === 0) throw new Error("A draft without a variant cannot be imported")
  const { productId } = known
  const products = container.resolve(Modules.PRODUCT)
  const rows = await products.listProductVariants({ product_id: productId }, { take: 1000, select: ["id", "sku"] })
  const pairs = pairsOf(draft.variants, rows)
  if (rows.length === 0) throw new Error(`Product ${productId} has no variant any more`)
  const says = (field: NonNullable<CatalogueDraft["absent"]>[number]): boolean => !draft.absent?.includes(field)
  const categories = says("categories") ? await categoryIdsOf(container, [draft]) : null
  await products.updateProducts(productId, {
    title: draft.title.fr,
    ...(says("description") ? { description: draft.description.fr } : {}),
    ...(says("images") ? { thumbnail: draft.images[0] ?? null, images: draft.images.map((url) => ({ url })) } : {}),
    ...(categories ? { category_ids: draft.categories.map((handle) => categories.get(handle)!) } : {}),
  })
  const fresh = draft.variants.filter((variant) => !pairs.has(variant))
  const added = await addVariants(container, productId, fresh)
  const idOf = new Map([...pairs, ...fresh.map((variant, at) => [variant, added[at]!] as const)])
  for (const [variant, id] of pairs) {
    const gtin = variant.gtins?.[0]
    await products.updateProductVariants(id, {
      ean: gtin,
      barcode: gtin,
      ...(variant.title ? { title: variant.title } : {}),
    })
    if (variant.price !== null && (await presentPrice(container, id)) !== variant.price)
      await changeRetailerPrices(container, [{ variantId: id, price: variant.price }])
  }
  if (draft.vatClass) await setProductVatClass(container, productId, draft.vatClass)
  await knexOf(container).transaction(async (trx) => {
    await trx("marketplace_gtin")
      .whereIn("variant_id", [...idOf.values()])
      .delete()
    const gtins = draft.variants.flatMap((variant) =>
      (variant.gtins ?? []).map((gtin) => ({ gtin, product_id: productId, variant_id: idOf.get(variant)! })),
    )
    if (gtins.length > 0) await trx("marketplace_gtin").insert(gtins)
    await trx("marketplace_product_sheet")
      .where({ product_id: productId })
      .update({
        ...changedColumns(draft),
        ...(says("description")
          ? {}
          : { i18n: trx.raw("jsonb_set(i18n, '{en,title}', to_jsonb(?::text))", [draft.title.en]) }),
        updated_at: trx.fn.now(),
      })
    const words = variantWords(draft.variants.map((variant) => [idOf.get(variant)!, variant]))
    if (Object.keys(words).length > 0)
      await trx("marketplace_product_sheet")
        .where({ product_id: productId })
        .update({ variant_words: trx.raw("coalesce(variant_words, '{}'::jsonb) || ?::jsonb", [JSON.stringify(words)]) })
  })
  await refreshGates(container, [productId])
}

/** Found again by SKU; a product with one variant keeps it whatever the SKU says now. */
function pairsOf(
  drafts: readonly CatalogueVariantDraft[],
  rows: readonly { readonly id: string; readonly sku: string | null }[],
): Map<CatalogueVariantDraft, string> {
  const [only] = rows
  if (only && rows.length === 1 && drafts.length === 1) return new Map([[drafts[0]!, only.id]])
  const bySku = new Map(rows.map((row) => [row.sku, row.id]))
  return new Map(drafts.flatMap((draft) => (bySku.has(draft.sku) ? [[draft, bySku.get(draft.sku)!] as const] : [])))
}

/** The columns of the sheet that the draft says something of. */
function changedColumns(draft: CatalogueDraft): Record<string, unknown> {
  const { i18n, ...columns } = sheetColumns(draft)
  const unsaid: Readonly<Record<string, boolean>> = {
    brand: draft.absent?.includes("brand") ?? false,
    part_number: draft.partNumber === undefined,
    attributes: draft.attributes === undefined,
    safety: draft.safety === undefined,
    guarantee_months: draft.guaranteeMonths === undefined,
    released_at: draft.releasedAt === undefined,
  }
  return {
    ...Object.fromEntries(Object.entries(columns).filter(([name]) => !unsaid[name])),
    ...(draft.absent?.includes("description") ? {} : { i18n }),
  }
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
