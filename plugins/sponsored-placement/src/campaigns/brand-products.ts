import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "@gondola/marketplace"

export interface BrandProduct {
  readonly id: string
  readonly handle: string
  readonly title: string
  readonly image: string | null
}

/** More products than any brand of a department store has; a larger brand is searched among its first ones. */
const MOST = 10_000

/** Ids of the retailer's catalogue products that bear the brand. */
async function idsOfBrand(container: MedusaContainer, brand: string, among?: readonly string[]): Promise<string[]> {
  const marketplace: MarketplaceModuleService = container.resolve(MARKETPLACE_MODULE)
  const sheets = await marketplace.listProductSheets(
    { brand, owner_seller_id: null, ...(among ? { product_id: [...among] } : {}) },
    { select: ["product_id"], take: MOST, order: { product_id: "ASC" } },
  )
  return sheets.map((sheet) => sheet.product_id)
}

/** Which of these may the brand advertise: its own, published, of the catalogue. */
export async function ownedByBrand(
  container: MedusaContainer,
  brand: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const own = await idsOfBrand(container, brand, ids)
  if (own.length === 0) return new Set()
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "product", fields: ["id"], filters: { id: own, status: "published" } })
  return new Set(data.map((product) => product.id))
}

/** The brand's products by title. */
export async function searchBrandProducts(
  container: MedusaContainer,
  brand: string,
  page: { search?: string | null; skip: number; take: number },
): Promise<{ items: BrandProduct[]; total: number }> {
  const ids = await idsOfBrand(container, brand)
  if (ids.length === 0) return { items: [], total: 0 }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const search = page.search?.trim()
  const { data, metadata } = await query.graph({
    entity: "product",
    fields: ["id", "handle", "title", "thumbnail"],
    filters: { id: ids, status: "published", ...(search ? { q: search } : {}) },
    pagination: { skip: page.skip, take: page.take, order: { title: "ASC" } },
  })
  return { items: data.map(brandProduct), total: metadata?.count ?? data.length }
}

/** By id, whatever became of them; one that was deleted is left out. */
export async function readProducts(
  container: MedusaContainer,
  ids: readonly string[],
): Promise<Map<string, BrandProduct>> {
  if (ids.length === 0) return new Map()
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: ["id", "handle", "title", "thumbnail"],
    filters: { id: [...ids] },
  })
  return new Map(data.map((product) => [product.id, brandProduct(product)]))
}

const brandProduct = (product: {
  id: string
  handle: string
  title: string
  thumbnail?: string | null
}): BrandProduct => ({
  id: product.id,
  handle: product.handle,
  title: product.title,
  image: product.thumbnail ?? null,
})
