import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf, notFound } from "@gondola/kit"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { retailerOf } from "../retailer/retailer-of"
import type { OfferDraft, OfferResult } from "./offer-draft"
import { refuseFalseBefore } from "./refuse-false-before"
import { sortDrafts } from "./save-chunk"
import { of } from "./sorted-draft"
import { isOther, stockChanges } from "./update-offers"

/** What `saveOffers` would answer; touches nothing. Ids of what would be made are empty. */
export async function previewOffers(
  container: MedusaContainer,
  sellerId: string,
  drafts: readonly OfferDraft[],
): Promise<OfferResult[]> {
  const [seller] = await marketplaceOf(container).listSellers({ id: sellerId })
  if (!seller) throw notFound("This seller")
  const { setup } = await retailerOf(container)
  const sorted = await sortDrafts(container, seller, drafts, { currency: setup.currency, state: "draft" })
  await refuseFalseBefore(container, sorted, { now: clockOf(container).now(), setup })
  const known = of(sorted, "known")
  const stocks = await stockChanges(
    container,
    seller,
    known.map(([, entry]) => entry),
  )
  const moved = new Set(stocks.map(({ offer }) => offer.id))
  return drafts.map((draft, index): OfferResult => {
    const entry = sorted.get(index)!
    const { sku } = draft
    if (entry.kind === "refused") return entry.result
    if (entry.kind === "fresh") return { ok: true, sku, offerId: "", change: "created" }
    if (entry.kind === "unknown") return { ok: true, sku, proposalId: "", change: "proposed" }
    const { offer } = entry
    const changes = moved.has(offer.id) || isOther(entry) || (draft.price !== undefined && draft.price !== offer.price)
    return { ok: true, sku, offerId: offer.id, change: changes ? "updated" : "unchanged" }
  })
}
