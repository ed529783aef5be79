import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, notFound } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { withSellerLock } from "../sellers/with-seller-lock"
import { tellOfferChanges } from "../webhooks/tell-offer-changes"
import { alignShelf } from "./align-shelf"
import type { OfferState } from "./offer-draft"
import { updateOffers } from "./update-offers"

/**
 * The seller's own switch. Closed is for good: the SKU keeps pointing at it, orders and returns go on.
 * @throws NOT_FOUND for another seller's offer | OFFER_CLOSED | BAD_INPUT
 */
export async function setOfferState(
  container: MedusaContainer,
  sellerId: string,
  change: { readonly offerId: string; readonly state: OfferState },
): Promise<void> {
  const { offerId, state } = change
  await withSellerLock(container, sellerId, async () => {
    const marketplace = marketplaceOf(container)
    const [seller] = await marketplace.listSellers({ id: sellerId })
    const [offer] = await marketplace.listOffers({ id: offerId, seller_id: sellerId })
    if (!offer || !seller) throw notFound("This offer")
    if (state !== "active" && state !== "paused" && state !== "closed")
      throw badInput("An offer can be made active, paused or closed")
    if (offer.state === state) return
    if (offer.state === "closed")
      throw marketplaceError("OFFER_CLOSED", "This offer is closed for good; make a new one with another SKU")
    await updateOffers(container, seller, [{ draft: { sku: offer.sku, state }, offer }])
    await alignShelf(container, sellerId, [offer.id])
    await tellOfferChanges(container, sellerId, [offer.id])
  })
}
