import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { gatesOf } from "../sellers/read-facts"

/**
 * Variants whose seller has a red gate at this second: the shelf follows the clock within half a minute (align-shelves),
 * a basket must not wait for it.
 */
export async function variantsOfClosedSellers(
  container: MedusaContainer,
  variantIds: readonly string[],
): Promise<{ variant_id: string; title: string }[]> {
  const owned = (await knexOf(container)("product_variant as v")
    .join("product as p", "p.id", "v.product_id")
    .join("marketplace_product_sheet as sheet", "sheet.product_id", "p.id")
    .whereIn("v.id", [...variantIds])
    .whereNotNull("sheet.owner_seller_id")
    .select("v.id as variant_id", "p.title", "sheet.owner_seller_id as seller_id")) as OwnedVariant[]
  if (owned.length === 0) return []
  const ids = [...new Set(owned.map((row) => row.seller_id))]
  const sellers = await marketplaceOf(container).listSellers({ id: ids }, { take: ids.length })
  const gates = await gatesOf(container, sellers)
  return owned
    .filter((row) => gates.get(row.seller_id)?.length !== 0)
    .map(({ variant_id, title }) => ({ variant_id, title }))
}

interface OwnedVariant {
  readonly variant_id: string
  readonly title: string
  readonly seller_id: string
}
