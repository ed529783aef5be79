import type { MedusaContainer } from "@medusajs/framework/types"
import { normalGtin } from "../catalogue/gtin"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { type OfferDraft, refusalOf } from "../offers/offer-draft"
import { saveOffers } from "../offers/save-offers"
import { retailerOf } from "../retailer/retailer-of"
import { error } from "./mapping"
import { type Entry, NOTHING, type Outcome, plus, type Sink } from "./sink"

type Line = Entry<OfferDraft>

/** One seller's offers, found again by SKU. */
export function offersSink(container: MedusaContainer, sellerId: string): Sink<OfferDraft> {
  return {
    async preview(entries) {
      const { setup } = await retailerOf(container)
      const known = (await knexOf(container)("marketplace_gtin")
        .whereIn(
          "gtin",
          entries.map((entry) => normalGtin(entry.draft.gtin) ?? ""),
        )
        .pluck("gtin")) as string[]
      const offers = await marketplaceOf(container).listOffers(
        { seller_id: sellerId, sku: entries.map((entry) => entry.draft.sku) },
        { take: entries.length },
      )
      const bySku = new Map(offers.map((offer) => [offer.sku, offer]))
      return entries.reduce<Outcome>((sum, entry) => {
        const refusal = refusalOf(entry.draft, setup.currency)
        const gtin = normalGtin(entry.draft.gtin)
        if (refusal) return plus(sum, failed(entry, refusal.code, refusal.message))
        if (!gtin || !known.includes(gtin))
          return plus(sum, failed(entry, "UNKNOWN_GTIN", `No article of the catalogue has GTIN ${entry.draft.gtin}`))
        const offer = bySku.get(entry.draft.sku)
        if (!offer) return plus(sum, { ...NOTHING, created: 1 })
        const same = offer.price === entry.draft.price && offer.condition === entry.draft.condition
        return plus(sum, same ? { ...NOTHING, unchanged: 1 } : { ...NOTHING, updated: 1 })
      }, NOTHING)
    },

    async write(entries, checkpoint) {
      const results = await saveOffers(
        container,
        sellerId,
        entries.map((entry) => entry.draft),
      )
      const outcome = results.reduce<Outcome>(
        (sum, result, index) =>
          plus(
            sum,
            result.ok ? { ...NOTHING, [result.change]: 1 } : failed(entries[index]!, result.code, result.message),
          ),
        NOTHING,
      )
      await knexOf(container).transaction((trx) => checkpoint(trx, outcome))
    },
  }
}

const failed = ({ line, key }: Line, code: string, message: string): Outcome => ({
  ...NOTHING,
  failed: 1,
  problems: [{ ...error(code, message), line, key }],
})
