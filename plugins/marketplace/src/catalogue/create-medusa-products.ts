import type { LinkDefinition, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type Cents, decimalOf } from "@gondola/kit"
import { sweepHalfWritten } from "./sweep-half-written"

export interface MedusaProductDraft {
  readonly handle: string
  /** `origin:key`, such as `Icecat:123` or `offer:offer_1`. */
  readonly externalId: string
  readonly title: string
  readonly description: string
  readonly status: "published" | "draft"
  readonly images: readonly string[]
  readonly categoryIds: readonly string[]
  /** Medusa's product type carries the class of VAT; absent: the normal rate. */
  readonly typeId?: string | null
  readonly variants: readonly MedusaVariantDraft[]
}

export interface MedusaVariantDraft {
  readonly title: string
  readonly sku: string
  /** Only on catalogue variants: Medusa keeps it unique. */
  readonly gtin: string | null
  readonly price: Cents | null
  readonly stock: number
  readonly options: Readonly<Record<string, string>>
}

export interface MedusaProduct {
  readonly productId: string
  readonly variants: readonly { readonly variantId: string; readonly inventoryItemId: string }[]
}

/** Where the goods lie and how they travel: one trader's. */
export interface MedusaShelf {
  readonly salesChannelId: string
  readonly shippingProfileId: string
  readonly stockLocationId: string
  /** Lower case. */
  readonly currency: string
}

/**
 * Products with price, stock and links, in the order of the drafts. Goes to the modules directly: through
 * `createProductsWorkflow` the same takes about 1.4 times as long (bench/import). What was written is taken back when a
 * later write fails.
 */
export async function createMedusaProducts(
  container: MedusaContainer,
  drafts: readonly MedusaProductDraft[],
  shelf: MedusaShelf,
): Promise<MedusaProduct[]> {
  const written = new Undo()
  await sweepHalfWritten(container, drafts)
  try {
    return await write(container, drafts, shelf, written)
  } catch (error) {
    await written.run()
    throw error
  }
}

async function write(
  container: MedusaContainer,
  drafts: readonly MedusaProductDraft[],
  shelf: MedusaShelf,
  undo: Undo,
): Promise<MedusaProduct[]> {
  const products = container.resolve(Modules.PRODUCT)
  const pricing = container.resolve(Modules.PRICING)
  const inventory = container.resolve(Modules.INVENTORY)

  const all = drafts.flatMap((draft) => draft.variants)
  const charged = all.filter((variant) => variant.price !== null)
  // Three modules that know nothing of each other: while the database works on one, the next is prepared.
  const [made, priceSets, items] = await settled([
    undo.after(products.createProducts(drafts.map(productData)), (rows) =>
      products.deleteProducts(rows.map((product) => product.id)),
    ),
    undo.after(
      pricing.createPriceSets(
        charged.map((variant) => ({
          prices: [{ amount: decimalOf(variant.price!), currency_code: shelf.currency }],
        })),
      ),
      (rows) => pricing.deletePriceSets(rows.map((set) => set.id)),
    ),
    undo.after(
      inventory.createInventoryItems(
        all.map((variant) => ({ sku: variant.sku, title: variant.title, requires_shipping: true })),
      ),
      (rows) => inventory.deleteInventoryItems(rows.map((item) => item.id)),
    ),
  ])
  const itemBySku = new Map(items.map((item) => [item.sku, item.id]))
  const itemOf = (sku: string) => itemBySku.get(sku)!
  const byHandle = new Map(made.map((product) => [product.handle, product]))
  const rows = drafts.flatMap((draft) => {
    const product = byHandle.get(draft.handle)
    if (!product) throw new Error(`Medusa did not answer for the product ${draft.handle}`)
    const bySku = new Map(product.variants.map((variant) => [variant.sku, variant.id]))
    return draft.variants.map((variant) => ({
      draft: variant,
      productId: product.id,
      variantId: bySku.get(variant.sku)!,
    }))
  })
  const priced = rows.filter((row) => row.draft.price !== null)
  const links: LinkDefinition[] = [
    ...made.flatMap((product): LinkDefinition[] => [
      {
        [Modules.PRODUCT]: { product_id: product.id },
        [Modules.SALES_CHANNEL]: { sales_channel_id: shelf.salesChannelId },
      },
      {
        [Modules.PRODUCT]: { product_id: product.id },
        [Modules.FULFILLMENT]: { shipping_profile_id: shelf.shippingProfileId },
      },
    ]),
    ...priced.map((row, index): LinkDefinition => ({
      [Modules.PRODUCT]: { variant_id: row.variantId },
      [Modules.PRICING]: { price_set_id: priceSets[index]!.id },
    })),
    ...rows.map((row): LinkDefinition => ({
      [Modules.PRODUCT]: { variant_id: row.variantId },
      [Modules.INVENTORY]: { inventory_item_id: itemOf(row.draft.sku) },
    })),
  ]
  await settled([
    inventory.createInventoryLevels(
      rows.map((row) => ({
        inventory_item_id: itemOf(row.draft.sku),
        location_id: shelf.stockLocationId,
        stocked_quantity: row.draft.stock,
      })),
    ),
    container.resolve(ContainerRegistrationKeys.LINK).create(links),
  ])

  return drafts.map((draft) => ({
    productId: byHandle.get(draft.handle)!.id,
    variants: rows
      .filter((row) => row.productId === byHandle.get(draft.handle)!.id)
      .map((row) => ({ variantId: row.variantId, inventoryItemId: itemOf(row.draft.sku) })),
  }))
}

function productData(draft: MedusaProductDraft) {
  const names = [...new Set(draft.variants.flatMap((variant) => Object.keys(variant.options)))]
  return {
    title: draft.title,
    handle: draft.handle,
    external_id: draft.externalId,
    description: draft.description,
    status: draft.status,
    thumbnail: draft.images[0],
    images: draft.images.map((url) => ({ url })),
    category_ids: [...draft.categoryIds],
    ...(draft.typeId ? { type_id: draft.typeId } : {}),
    options: names.map((title) => ({
      title,
      values: [...new Set(draft.variants.map((variant) => variant.options[title] ?? ""))],
    })),
    variants: draft.variants.map((variant, variant_rank) => ({
      title: variant.title,
      variant_rank,
      sku: variant.sku,
      ean: variant.gtin ?? undefined,
      barcode: variant.gtin ?? undefined,
      manage_inventory: true,
      options: { ...variant.options },
    })),
  }
}

/** Takes back in the reverse order; one failure does not keep the others from being taken back. */
class Undo {
  readonly #steps: (() => Promise<unknown>)[] = []

  /** Remembers how to take back what the promise brings, once it brought it. */
  async after<T>(work: Promise<T>, takeBack: (made: T) => Promise<unknown>): Promise<T> {
    const made = await work
    this.#steps.unshift(() => takeBack(made))
    return made
  }

  async run(): Promise<void> {
    for (const step of this.#steps) await step().catch(() => undefined)
  }
}

/** Like Promise.all, but nothing is still running when it throws. */
async function settled<T extends readonly unknown[]>(
  work: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  await Promise.allSettled(work)
  return Promise.all(work) as unknown as Promise<T>
}
