import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf, notFound } from "@gondola/kit"
import { normalGtin } from "../catalogue/gtin"
import { marketplaceError } from "../errors"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { retailerOf } from "../retailer/retailer-of"
import type { SellerRow } from "../sellers/seller-row"
import { withSellerLock } from "../sellers/with-seller-lock"
import { alignShelf } from "./align-shelf"
import { createOffers, type CatalogueMatch } from "./create-offers"
import { refusalOf, type OfferDraft, type OfferResult } from "./offer-draft"
import { updateOffers } from "./update-offers"

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
): Promise<OfferResult[]> {
  return withSellerLock(container, sellerId, async () => {
    const [seller] = await marketplaceOf(container).listSellers({ id: sellerId })
    if (!seller) throw notFound("This seller")
    if (!seller.stock_location_id || !["active", "suspended"].includes(seller.state))
      throw marketplaceError("SELLER_STATE", "Offers can be made once the application is approved")
    const results: OfferResult[] = []
    for (let from = 0; from < drafts.length; from += CHUNK)
      results.push(...(await saveChunk(container, seller, drafts.slice(from, from + CHUNK))))
    await alignShelf(container, sellerId)
    return results
  })
}

async function saveChunk(
  container: MedusaContainer,
  seller: SellerRow,
  drafts: readonly OfferDraft[],
): Promise<OfferResult[]> {
  const { setup } = await retailerOf(container)
  const results = new Map<number, OfferResult>()
  const taken = new Set<string>()
  drafts.forEach((draft, index) => {
    const refusal = refusalOf(draft, setup.currency)
    if (refusal) results.set(index, refusal)
    else if (taken.has(draft.sku))
      results.set(index, { ok: false, sku: draft.sku, code: "CONFLICT", message: `SKU ${draft.sku} is there twice` })
    else taken.add(draft.sku)
  })
  const left = drafts.map((draft, index) => ({ draft, index })).filter(({ index }) => !results.has(index))
  const matches = await matchGtins(
    container,
    left.map(({ draft }) => draft.gtin),
  )
  const offers = await marketplaceOf(container).listOffers(
    { seller_id: seller.id, sku: left.map(({ draft }) => draft.sku) },
    { take: left.length },
  )
  const bySku = new Map(offers.map((offer) => [offer.sku, offer]))
  const fresh: { draft: OfferDraft; index: number; match: CatalogueMatch }[] = []
  const known: { draft: OfferDraft; index: number; offer: (typeof offers)[number] }[] = []
  for (const { draft, index } of left) {
    const match = matches.get(normalGtin(draft.gtin)!)
    const offer = bySku.get(draft.sku)
    const refuse = (code: "UNKNOWN_GTIN" | "CONFLICT" | "OFFER_CLOSED", message: string) =>
      results.set(index, { ok: false, sku: draft.sku, code, message })
    if (!match)
      refuse("UNKNOWN_GTIN", `No article of the catalogue has GTIN ${draft.gtin}; check it, or ask for a new sheet`)
    else if (!offer) fresh.push({ draft, index, match })
    else if (offer.catalogue_variant_id !== match.variantId)
      refuse("CONFLICT", `SKU ${draft.sku} already stands for GTIN ${offer.gtin}; use another SKU for another article`)
    else if (offer.state === "closed") refuse("OFFER_CLOSED", `The offer with SKU ${draft.sku} is closed`)
    else known.push({ draft, index, offer })
  }
  const at = { now: clockOf(container).now(), setup }
  const created = await createOffers(container, seller, fresh, at)
  created.forEach((offerId, place) => {
    const { draft, index } = fresh[place]!
    results.set(index, { ok: true, sku: draft.sku, offerId, change: "created" })
  })
  const changed = await updateOffers(container, seller, known)
  for (const { draft, index, offer } of known)
    results.set(index, {
      ok: true,
      sku: draft.sku,
      offerId: offer.id,
      change: changed.has(offer.id) ? "updated" : "unchanged",
    })
  return drafts.map((_, index) => results.get(index)!)
}

async function matchGtins(container: MedusaContainer, texts: readonly string[]): Promise<Map<string, CatalogueMatch>> {
  const rows = (await knexOf(container)("marketplace_gtin as g")
    .join("product as p", "p.id", "g.product_id")
    .whereIn("g.gtin", [...new Set(texts.map((text) => normalGtin(text)!))])
    .whereNull("p.deleted_at")
    .select(
      "g.gtin",
      "g.product_id as productId",
      "g.variant_id as variantId",
      "p.title",
      "p.thumbnail",
    )) as (CatalogueMatch & { gtin: string })[]
  return new Map(rows.map((row) => [row.gtin, row]))
}
