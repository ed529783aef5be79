import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { deleteProductsWorkflow } from "@medusajs/medusa/core-flows"
import { badInput, clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { gatesOfDrafts } from "../gates/refresh-gates"
import { UNIQUE } from "../offers/create-offers"
import { retailerOf } from "../retailer/retailer-of"
import { productTypeOf, type VatClass } from "../vat/vat-classes"
import { categoryIdsOf } from "./save-categories"
import { createMedusaProducts, type MedusaProductDraft } from "./create-medusa-products"
import type { CatalogueDraft } from "./draft"
import { normalGtin } from "./gtin"
import { recordSheets } from "./record-sheets"
import { slug } from "./slug"

export interface CreatedProduct {
  readonly productId: string
  readonly variantIds: readonly string[]
}

const CHUNK = 100
/** Name and value of the option of a product that has no choice to offer: Medusa wants one. */
const NO_CHOICE = { Modèle: "Unique" }

/**
 * Puts articles into the retailer's catalogue, in chunks; each chunk stands or falls as a whole.
 * @param alongside written in the transaction that puts a chunk on the shelf (an import's checkpoint)
 * @throws BAD_INPUT for an unknown category or a wrong GTIN
 */
export async function createCatalogueProducts(
  container: MedusaContainer,
  drafts: readonly CatalogueDraft[],
  alongside?: (trx: Knex.Transaction, created: readonly CreatedProduct[]) => Promise<void>,
): Promise<CreatedProduct[]> {
  const { setup } = await retailerOf(container)
  const categories = await categoryIdsOf(container, drafts)
  const types = await typesOf(container, drafts)
  const gatesOf = await gatesOfDrafts(container)
  const created: CreatedProduct[] = []
  for (let from = 0; from < drafts.length; from += CHUNK) {
    const chunk = drafts.slice(from, from + CHUNK)
    const medusa = await createMedusaProducts(
      container,
      chunk.map((draft) => medusaDraft(draft, categories, types)),
      { ...setup, currency: setup.currency.toLowerCase() },
    )
    const rows = medusa.map(({ productId, variants }, index) => ({
      productId,
      draft: chunk[index]!,
      heldBy: gatesOf(chunk[index]!),
      variants: variants.map(({ variantId }, place) => {
        const variant = chunk[index]!.variants[place]!
        return { variantId, gtins: gtinsOf(variant.gtins), price: variant.price }
      }),
    }))
    const answer = rows.map((row) => ({ productId: row.productId, variantIds: row.variants.map((v) => v.variantId) }))
    try {
      await knexOf(container).transaction(async (trx) => {
        await recordSheets(trx, rows, { now: clockOf(container).now(), currency: setup.currency })
        await alongside?.(trx, answer)
      })
    } catch (error) {
      await forget(container, rows)
      throw error
    }
    created.push(...answer)
  }
  return created
}

function medusaDraft(
  draft: CatalogueDraft,
  categories: ReadonlyMap<string, string>,
  types: ReadonlyMap<VatClass, string | null>,
): MedusaProductDraft {
  const handle = draft.handle ?? slug(draft.title.fr)
  return {
    handle,
    externalId: draft.source ? `${draft.source}:${draft.sourceKey}` : `house:${handle}`,
    title: draft.title.fr,
    description: draft.description.fr,
    status: draft.status ?? "published",
    images: draft.images,
    categoryIds: draft.categories.map((category) => categories.get(category)!),
    typeId: draft.vatClass ? types.get(draft.vatClass) : null,
    variants: draft.variants.map((variant) => ({
      title: variant.title || UNIQUE,
      sku: variant.sku,
      gtin: gtinsOf(variant.gtins)[0] ?? null,
      price: variant.price,
      stock: variant.stock,
      options: variant.options ?? NO_CHOICE,
    })),
  }
}

async function typesOf(
  container: MedusaContainer,
  drafts: readonly CatalogueDraft[],
): Promise<Map<VatClass, string | null>> {
  const types = new Map<VatClass, string | null>()
  for (const { vatClass } of drafts)
    if (vatClass && !types.has(vatClass)) types.set(vatClass, await productTypeOf(container, vatClass))
  return types
}

function gtinsOf(texts: readonly string[] | undefined): string[] {
  const numbers = (texts ?? []).map((text) => {
    const gtin = normalGtin(text)
    if (!gtin) throw badInput(`${text} is not a GTIN: its digits or its check digit are wrong`)
    return gtin
  })
  return [...new Set(numbers)]
}

async function forget(container: MedusaContainer, rows: readonly { productId: string }[]): Promise<void> {
  await deleteProductsWorkflow(container).run({ input: { ids: rows.map((row) => row.productId) } })
}
