import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import type { OfferDraft, OfferResult } from "../offers/offer-draft"
import { previewOffers } from "../offers/preview-offers"
import { saveOffers } from "../offers/save-offers"
import { error, warning } from "./mapping"
import { type Entry, NOTHING, type Outcome, plus, type Sink } from "./sink"

type Line = Entry<OfferDraft>

/** One seller's offers, found again by SKU. */
export function offersSink(
  container: MedusaContainer,
  sellerId: string,
  options: { readonly newState: "draft" | "active"; readonly runId?: () => string } = { newState: "active" },
): Sink<OfferDraft> {
  return {
    preview: async (entries) => outcomeOf(entries, await previewOffers(container, sellerId, drafts(entries))),

    async write(entries, checkpoint) {
      const results = await saveOffers(container, sellerId, drafts(entries), {
        newState: options.newState,
        runId: options.runId?.(),
      })
      await knexOf(container).transaction((trx) => checkpoint(trx, outcomeOf(entries, results)))
    },
  }
}

const drafts = (entries: readonly Line[]): OfferDraft[] => entries.map((entry) => entry.draft)

const outcomeOf = (entries: readonly Line[], results: readonly OfferResult[]): Outcome =>
  results.reduce<Outcome>((sum, result, index) => plus(sum, outcome(entries[index]!, result)), NOTHING)

function outcome({ line, key }: Line, result: OfferResult): Outcome {
  if (!result.ok) return { ...NOTHING, failed: 1, problems: [{ ...error(result.code, result.message), line, key }] }
  if (result.change !== "proposed") return { ...NOTHING, [result.change]: 1 }
  const told = warning("PROPOSED", "The catalogue does not know this article: it was put to the operator")
  return { ...NOTHING, proposed: 1, problems: [{ ...told, line, key }] }
}
