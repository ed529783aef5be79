import type { MedusaContainer } from "@medusajs/framework/types"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import { variantsOfClosedSellers } from "./closed-sellers"

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
    .leftJoin("product as shown", "shown.id", "offer.catalogue_product_id")
    .leftJoin("marketplace_product_sheet as listing", "listing.product_id", "offer.catalogue_product_id")
    .whereIn("v.id", [...variantIds])
    .where((any) =>
      any
        .whereNot("p.status", "published")
        .orWhereNotNull("p.deleted_at")
        .orWhereNotNull("v.deleted_at")
        // A gate of the listing is red, or the catalogue product of an offer left the shelf.
        .orWhereRaw("coalesce(listing.held_by, sheet.held_by, '{}') <> '{}'")
        .orWhereRaw("coalesce(offer.held_by, '{}') <> '{}'")
        .orWhereRaw("(shown.id is not null and (shown.status <> 'published' or shown.deleted_at is not null))")
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
  const known = new Set(blocked.map((each) => each.variant_id))
  const closed = await variantsOfClosedSellers(container, variantIds)
  blocked.push(...closed.filter((each) => !known.has(each.variant_id)))
  if (blocked.length > 0)
    throw marketplaceError(
      "NOT_FOR_SALE",
      `No longer sold here: ${blocked.map((each) => each.title).join(", ")}. Take it out of the basket.`,
      { variantIds: blocked.map((each) => each.variant_id) },
    )
}
