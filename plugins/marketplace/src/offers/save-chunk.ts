import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { normalGtin } from "../catalogue/gtin"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { proposeArticles } from "../proposals/propose-articles"
import { isEnough } from "../proposals/proposed-article"
import { retailerOf } from "../retailer/retailer-of"
import type { SellerRow } from "../sellers/seller-row"
import { createOffers } from "./create-offers"
import { matchGtins } from "./match-gtins"
import { newOffer, type OfferDraft, type OfferResult, type Refusal, refusalOf } from "./offer-draft"
import { refuseFalseBefore } from "./refuse-false-before"
import { of, type Sorted } from "./sorted-draft"
import { updateOffers } from "./update-offers"

export interface SaveOptions {
  /** State of a new offer that says none. */
  readonly newState: "draft" | "active"
  readonly runId: string | undefined
}

/** Sorts the drafts, writes each sort at once, and answers in their order. */
export async function saveChunk(
  container: MedusaContainer,
  seller: SellerRow,
  drafts: readonly OfferDraft[],
  options: SaveOptions,
): Promise<OfferResult[]> {
  const { setup } = await retailerOf(container)
  const at = { now: clockOf(container).now(), setup, runId: options.runId }
  const usual = { currency: setup.currency, state: options.newState }
  const sorted = await sortDrafts(container, seller, drafts, usual)
  await refuseFalseBefore(container, sorted, at)
  await acceptKnown(container, seller, { sorted, usual, runId: options.runId })

  const fresh = of(sorted, "fresh")
  const ids = await createOffers(
    container,
    seller,
    fresh.map(([, entry]) => entry),
    at,
  )
  const known = of(sorted, "known")
  const changed = await updateOffers(
    container,
    seller,
    known.map(([, entry]) => entry),
  )
  const results = new Map<number, OfferResult>()
  fresh.forEach(([index, { draft }], place) =>
    results.set(index, { ok: true, sku: draft.sku, offerId: ids[place]!, change: "created" }),
  )
  for (const [index, { offer, draft }] of known) {
    // Made by a process of this very run that died before it could say so; it may not be on the shelf yet.
    const isOwn = options.runId !== undefined && offer.run_id === options.runId
    const change = isOwn ? "created" : changed.has(offer.id) ? "updated" : "unchanged"
    results.set(index, { ok: true, sku: draft.sku, offerId: offer.id, change })
  }
  for (const [index, { result }] of of(sorted, "refused")) results.set(index, result)
  for (const [index, { draft, proposal }] of of(sorted, "unknown"))
    results.set(index, { ok: true, sku: draft.sku, proposalId: proposal.id, change: "proposed" })
  return drafts.map((_, index) => results.get(index)!)
}

export async function sortDrafts(
  container: MedusaContainer,
  seller: SellerRow,
  drafts: readonly OfferDraft[],
  usual: { readonly currency: string; readonly state: "draft" | "active" },
): Promise<Map<number, Sorted>> {
  const matches = await matchGtins(
    container,
    drafts.flatMap((draft) => normalGtin(draft.gtin ?? "") ?? []),
  )
  const offers = await marketplaceOf(container).listOffers(
    { seller_id: seller.id, sku: drafts.map((draft) => draft.sku) },
    { take: drafts.length },
  )
  const bySku = new Map(offers.map((offer) => [offer.sku, offer]))
  const taken = new Set<string>()
  return new Map(
    drafts.map((draft, index): [number, Sorted] => {
      const refuse = (code: Refusal["code"], message: string): [number, Sorted] => [
        index,
        { kind: "refused", result: { ok: false, sku: draft.sku, code, message } },
      ]
      const refusal = refusalOf(draft, usual.currency)
      if (refusal) return [index, { kind: "refused", result: refusal }]
      if (taken.has(draft.sku)) return refuse("CONFLICT", `SKU ${draft.sku} is there twice`)
      taken.add(draft.sku)
      const match = matches.get(normalGtin(draft.gtin ?? "") ?? "")
      const offer = bySku.get(draft.sku)
      if (offer) {
        if (draft.gtin && offer.catalogue_variant_id !== match?.variantId)
          return refuse("CONFLICT", `SKU ${draft.sku} already stands for GTIN ${offer.gtin}; use another SKU`)
        if (offer.state === "closed") return refuse("OFFER_CLOSED", `The offer with SKU ${draft.sku} is closed`)
        return [index, { kind: "known", draft, offer }]
      }
      if (match) {
        const whole = newOffer(draft, usual)
        return typeof whole === "string"
          ? refuse("BAD_INPUT", whole)
          : [index, { kind: "fresh", draft: whole, match, before: draft.before ?? null }]
      }
      if (isEnough(draft.article) && draft.price !== undefined && draft.stock !== undefined)
        return [index, { kind: "unknown", draft, proposal: { id: "" } }]
      return refuse(
        "UNKNOWN_GTIN",
        draft.gtin
          ? `No article of the catalogue has GTIN ${draft.gtin}; check it, or give title, brand, price and stock to propose it`
          : "Without a GTIN an article needs title, brand, price and stock to be proposed",
      )
    }),
  )
}

/** Puts unknown articles to the operator; those its rule accepts at once become offers like any other. */
async function acceptKnown(
  container: MedusaContainer,
  seller: SellerRow,
  at: {
    readonly sorted: Map<number, Sorted>
    readonly usual: { readonly currency: string; readonly state: "draft" | "active" }
    readonly runId: string | undefined
  },
): Promise<void> {
  const unknown = of(at.sorted, "unknown")
  if (unknown.length === 0) return
  const proposals = await proposeArticles(
    container,
    seller,
    unknown.map(([, { draft }]) => draft),
    at.runId,
  )
  unknown.forEach(([index, { draft }], place) => {
    const proposal = proposals[place]!
    const whole = proposal.match && newOffer(draft, at.usual)
    if (proposal.match && whole && typeof whole !== "string")
      at.sorted.set(index, { kind: "fresh", draft: whole, match: proposal.match, before: null })
    else at.sorted.set(index, { kind: "unknown", draft, proposal })
  })
}
