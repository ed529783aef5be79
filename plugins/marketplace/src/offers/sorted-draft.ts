import type { Proposal } from "../proposals/propose-articles"
import type { CatalogueMatch } from "./create-offers"
import type { NewOffer, OfferDraft, Refusal } from "./offer-draft"
import type { KnownOffer } from "./update-offers"

/** What is to be done with a draft. */
export type Sorted =
  | { readonly kind: "refused"; readonly result: Refusal }
  | { readonly kind: "fresh"; readonly draft: NewOffer; readonly match: CatalogueMatch; readonly before: number | null }
  | { readonly kind: "known"; readonly draft: OfferDraft; readonly offer: KnownOffer & { readonly gtin: string } }
  | { readonly kind: "unknown"; readonly draft: OfferDraft; readonly proposal: Proposal }

/** The entries of one kind with their places. */
export function of<K extends Sorted["kind"]>(
  sorted: ReadonlyMap<number, Sorted>,
  kind: K,
): [number, Extract<Sorted, { kind: K }>][] {
  return [...sorted].filter((entry): entry is [number, Extract<Sorted, { kind: K }>] => entry[1].kind === kind)
}
