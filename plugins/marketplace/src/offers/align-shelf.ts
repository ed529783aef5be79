import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { Modules } from "@medusajs/framework/utils"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { gatesOf } from "../sellers/read-facts"

/** The offer and what it stands on may be sold; the seller's own gates come on top. */
export const OFFER_MAY_BE_SOLD = `(o.state = 'active' and o.held_by = '{}'
  and c.status = 'published' and c.deleted_at is null and s.held_by = '{}')`

/**
 * Backing products are published when the seller's gates are green, the offer is active, and the catalogue product is
 * published with green gates of its own; they are drafts otherwise: a draft cannot be put in a cart. Called after
 * whatever changes any of these, and by the clock (align-shelves).
 * @param offerIds only these of the seller, where nothing else can have changed
 */
export async function alignShelf(
  container: MedusaContainer,
  sellerId: string,
  offerIds?: readonly string[],
): Promise<void> {
  const [seller] = await marketplaceOf(container).listSellers({ id: sellerId })
  if (!seller) return
  const open = await align(container, [sellerId], (query) => {
    void query.where("o.seller_id", sellerId)
    if (offerIds) void query.whereIn("o.id", [...offerIds])
  })
  const onSale = open.has(sellerId)
  // Last: a shelf that was cut in the middle is found again by the clock.
  if (!offerIds && seller.on_sale !== onSale)
    await marketplaceOf(container).updateSellers({ id: sellerId, on_sale: onSale })
}

/** The same for every seller's offers on these catalogue products. */
export async function alignProducts(container: MedusaContainer, catalogueProductIds: readonly string[]): Promise<void> {
  if (catalogueProductIds.length === 0) return
  const ids = [...catalogueProductIds]
  const sellerIds = (await knexOf(container)("marketplace_offer")
    .whereIn("catalogue_product_id", ids)
    .whereNull("deleted_at")
    .distinct()
    .pluck("seller_id")) as string[]
  if (sellerIds.length === 0) return
  await align(container, sellerIds, (query) => void query.whereIn("o.catalogue_product_id", ids))
}

/** @returns the sellers whose own gates are green */
async function align(
  container: MedusaContainer,
  sellerIds: readonly string[],
  filter: (query: Knex.QueryBuilder) => void,
): Promise<Set<string>> {
  const sellers = await marketplaceOf(container).listSellers({ id: [...sellerIds] }, { take: sellerIds.length })
  const gates = await gatesOf(container, sellers)
  const open = new Set(sellers.filter((seller) => gates.get(seller.id)?.length === 0).map((seller) => seller.id))
  const knex = knexOf(container)
  const maySell = `(${OFFER_MAY_BE_SOLD} and o.seller_id = any(?))`
  const query = knex("marketplace_offer as o")
    .join("product as p", "p.id", "o.product_id")
    .join("product as c", "c.id", "o.catalogue_product_id")
    .join("marketplace_product_sheet as s", "s.product_id", "o.catalogue_product_id")
    .whereNull("o.deleted_at")
    .whereRaw(`(p.status = 'published') <> ${maySell}`, [[...open]])
  filter(query)
  const wrong = (await query.select("o.product_id as productId", "p.status")) as { productId: string; status: string }[]
  const products = container.resolve(Modules.PRODUCT)
  for (const status of ["published", "draft"] as const) {
    const ids = wrong.filter((row) => (row.status === "published") !== (status === "published"))
    if (ids.length > 0) await products.updateProducts({ id: ids.map((row) => row.productId) }, { status })
  }
  return open
}
