import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { gatesOf } from "../sellers/read-facts"

/**
 * Backing products are published when the seller's gates are green and the offer is active, and drafts otherwise: a
 * draft cannot be put in a cart. Called after whatever changes either, and by the clock (align-shelves).
 */
export async function alignShelf(container: MedusaContainer, sellerId: string): Promise<void> {
  const [seller] = await marketplaceOf(container).listSellers({ id: sellerId })
  if (!seller) return
  const mayPublish = (await gatesOf(container, [seller])).get(seller.id)?.length === 0
  const wrong = (await knexOf(container)("marketplace_offer as o")
    .join("product as p", "p.id", "o.product_id")
    .where("o.seller_id", sellerId)
    .whereNull("o.deleted_at")
    .whereRaw("(p.status = 'published') <> (? and o.state = 'active')", [mayPublish])
    .select("o.product_id as productId", "p.status as status")) as { productId: string; status: string }[]
  const idsWith = (published: boolean) =>
    wrong.filter((row) => (row.status === "published") === published).map((row) => row.productId)
  const products = container.resolve(Modules.PRODUCT)
  for (const [ids, status] of [
    [idsWith(false), "published"],
    [idsWith(true), "draft"],
  ] as const)
    if (ids.length > 0) await products.updateProducts({ id: ids }, { status })
  // Last: a shelf that was cut in the middle is found again by the clock.
  if (seller.on_sale !== mayPublish) await marketplaceOf(container).updateSellers({ id: sellerId, on_sale: mayPublish })
}
