import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { gatesOfRow } from "../sellers/seller-row"

/**
 * Backing products are published when the seller's gates are green and the offer is active, and drafts otherwise: a
 * draft cannot be put in a cart. Called after whatever changes either.
 */
export async function alignShelf(container: MedusaContainer, sellerId: string): Promise<void> {
  const [seller] = await marketplaceOf(container).listSellers({ id: sellerId })
  if (!seller) return
  const mayPublish = gatesOfRow(seller).length === 0
  const rows = (await knexOf(container)("marketplace_offer as o")
    .join("product as p", "p.id", "o.product_id")
    .where("o.seller_id", sellerId)
    .whereNull("o.deleted_at")
    .select("o.product_id as productId", "o.state as state", "p.status as status")) as {
    productId: string
    state: string
    status: string
  }[]
  const wrong = (published: boolean) =>
    rows
      .filter((row) => (mayPublish && row.state === "active") === published)
      .filter((row) => (row.status === "published") !== published)
      .map((row) => row.productId)
  const products = container.resolve(Modules.PRODUCT)
  for (const [ids, status] of [
    [wrong(true), "published"],
    [wrong(false), "draft"],
  ] as const)
    if (ids.length > 0) await products.updateProducts({ id: ids }, { status })
}
