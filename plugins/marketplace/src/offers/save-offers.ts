import type { MedusaContainer } from "@medusajs/framework/types"
import { notFound } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { refreshEprLocks } from "../gates/refresh-epr-locks"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { withSellerLock } from "../sellers/with-seller-lock"
import { tellOfferChanges } from "../webhooks/tell-offer-changes"
import { alignShelf } from "./align-shelf"
import type { OfferDraft, OfferResult } from "./offer-draft"
import { type SaveOptions, saveChunk } from "./save-chunk"

const CHUNK = 100

/**
 * Writes a seller's offers, each found again by its SKU and put on the catalogue variant with its GTIN. One draft that
 * is refused does not keep the others out; the results are in the order of the drafts.
 * @throws NOT_FOUND | SELLER_STATE for a seller who may not offer anything yet
 */
export async function saveOffers(
  container: MedusaContainer,
  sellerId: string,
  drafts: readonly OfferDraft[],
  options: Partial<SaveOptions> = {},
): Promise<OfferResult[]> {
  const results: OfferResult[] = []
  for (let from = 0; from < drafts.length; from += CHUNK)
    results.push(
      // The lock is given back between chunks: an import does not keep the seller from its own room.
      ...(await withSellerLock(container, sellerId, async () => {
        const [seller] = await marketplaceOf(container).listSellers({ id: sellerId })
        if (!seller) throw notFound("This seller")
        if (!seller.stock_location_id || !["active", "suspended"].includes(seller.state))
          throw marketplaceError("SELLER_STATE", "Offers can be made once the application is approved")
        const chunk = await saveChunk(container, seller, drafts.slice(from, from + CHUNK), {
          newState: options.newState ?? "active",
          runId: options.runId,
        })
        const touched = chunk.flatMap((result) =>
          result.ok && result.change !== "proposed" && result.change !== "unchanged" ? [result.offerId] : [],
        )
        if (touched.length > 0) {
          await refreshEprLocks(container, { offerIds: touched })
          await alignShelf(container, sellerId, touched)
          await tellOfferChanges(container, sellerId, touched)
        }
        return chunk
      })),
    )
  return results
}
