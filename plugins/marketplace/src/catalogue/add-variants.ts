import type { LinkDefinition, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { badInput, clockOf, decimalOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { retailerOf } from "../retailer/retailer-of"
import type { CatalogueVariantDraft } from "./draft"
import { recordPrices } from "./record-sheets"

/**
 * New variants of a product that exists, with their price and stock in the web warehouse. The product needs the same
 * options; values that it does not know are added to them. What was written is taken back when a later write fails.
 * @throws BAD_INPUT where the options are not those of the product
 * @returns variant ids in the order of the drafts
 */
export async function addVariants(
  container: MedusaContainer,
  productId: string,
  drafts: readonly CatalogueVariantDraft[],
): Promise<string[]> {
  if (drafts.length === 0) return []
  const { setup } = await retailerOf(container)
  const products = container.resolve(Modules.PRODUCT)
  const inventory = container.resolve(Modules.INVENTORY)
  const pricing = container.resolve(Modules.PRICING)
  const before = await addOptionValues(container, productId, drafts)
  const made = await products.createProductVariants(
    drafts.map((draft, place) => ({
      product_id: productId,
      title: draft.title ?? "",
      variant_rank: before + place,
      sku: draft.sku,
      ean: draft.gtins?.[0],
      barcode: draft.gtins?.[0],
      manage_inventory: true,
      options: { ...draft.options },
    })),
  )
  const idOf = new Map(made.map((variant) => [variant.sku, variant.id]))
  const ids = drafts.map((draft) => idOf.get(draft.sku)!)
  const undo: (() => Promise<unknown>)[] = [() => products.deleteProductVariants(ids)]
  try {
    const items = await inventory.createInventoryItems(
      drafts.map(({ sku, title }) => ({ sku, title, requires_shipping: true })),
    )
    undo.push(() => inventory.deleteInventoryItems(items.map(({ id }) => id)))
    const itemOf = new Map(items.map((item) => [item.sku, item.id]))
    await inventory.createInventoryLevels(
      drafts.map(({ sku, stock }) => ({
        inventory_item_id: itemOf.get(sku)!,
        location_id: setup.stockLocationId,
        stocked_quantity: stock,
      })),
    )
    const charged = drafts.flatMap((draft, at) =>
      draft.price === null ? [] : [{ variantId: ids[at]!, price: draft.price }],
    )
    const currency_code = setup.currency.toLowerCase()
    const sets = await pricing.createPriceSets(
      charged.map(({ price }) => ({ prices: [{ amount: decimalOf(price), currency_code }] })),
    )
    undo.push(() => pricing.deletePriceSets(sets.map(({ id }) => id)))
    await container.resolve(ContainerRegistrationKeys.LINK).create([
      ...drafts.map(({ sku }, at): LinkDefinition => ({
        [Modules.PRODUCT]: { variant_id: ids[at]! },
        [Modules.INVENTORY]: { inventory_item_id: itemOf.get(sku)! },
      })),
      ...charged.map(({ variantId }, at): LinkDefinition => ({
        [Modules.PRODUCT]: { variant_id: variantId },
        [Modules.PRICING]: { price_set_id: sets[at]!.id },
      })),
    ])
    await knexOf(container).transaction((trx) =>
      recordPrices(
        trx,
        charged.map(({ variantId, price }) => ({ subjectId: variantId, price })),
        { now: clockOf(container).now(), currency: setup.currency },
      ),
    )
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined)
    throw error
  }
  return ids
}

/** @returns how many variants the product has */
async function addOptionValues(
  container: MedusaContainer,
  productId: string,
  drafts: readonly CatalogueVariantDraft[],
): Promise<number> {
  const products = container.resolve(Modules.PRODUCT)
  const product = await products.retrieveProduct(productId, { relations: ["options", "options.values", "variants"] })
  const titles = product.options.map(({ title }) => title).sort()
  for (const { sku, options } of drafts)
    if (
      Object.keys(options ?? {})
        .sort()
        .join() !== titles.join()
    )
      throw badInput(`${sku}: the variants of this article differ by ${titles.join(" and ")}`)
  for (const option of product.options) {
    const known = new Set(option.values.map(({ value }) => value))
    const fresh = [...new Set(drafts.map((draft) => draft.options![option.title]!))].filter(
      (value) => !known.has(value),
    )
    if (fresh.length === 0) continue
    await products.updateProductOptionValuesOnProduct({
      product_id: productId,
      product_option_id: option.id,
      add: fresh.map((value) => ({ value })),
    })
  }
  return product.variants.length
}
