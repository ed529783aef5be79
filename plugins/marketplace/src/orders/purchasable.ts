import type { MedusaContainer } from "@medusajs/framework/types"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"

interface Blocked {
  readonly variant_id: string
  readonly title: string
}

/**
 * Nothing of a seller is sold before every gate is green or after it was suspended, whatever a cart still holds.
 * @throws NOT_FOR_SALE naming the articles
 */
export async function assertPurchasable(container: MedusaContainer, variantIds: readonly string[]): Promise<void> {
  if (variantIds.length === 0) return
  const knex = knexOf(container)
  const blocked = (await knex("product_variant as v")
    .join("product as p", "p.id", "v.product_id")
    .leftJoin("marketplace_product_sheet as sheet", "sheet.product_id", "p.id")
    .leftJoin("marketplace_seller as seller", "seller.id", "sheet.owner_seller_id")
    .leftJoin("marketplace_offer as offer", "offer.variant_id", "v.id")
    .whereIn("v.id", [...variantIds])
    .where((any) =>
      any
        .whereNot("p.status", "published")
        .orWhereNotNull("p.deleted_at")
        .orWhereNotNull("v.deleted_at")
        .orWhere((owned) =>
          owned
            .whereNotNull("sheet.owner_seller_id")
            .where((shut) =>
              shut
                .whereRaw("seller.state is distinct from 'active'")
                .orWhereRaw("offer.state is distinct from 'active'"),
            ),
        ),
    )
    .select("v.id as variant_id", "p.title")) as Blocked[]
  if (blocked.length > 0)
    throw marketplaceError(
      "NOT_FOR_SALE",
      `No longer sold here: ${blocked.map((each) => each.title).join(", ")}. Take it out of the basket.`,
      { variantIds: blocked.map((each) => each.variant_id) },
    )
}
