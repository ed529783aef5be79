import type { Cents } from "@gondola/kit"
import type { OfferErrorCode } from "../errors"
import { normalGtin } from "../catalogue/gtin"
import type { ProposedArticle } from "../proposals/proposed-article"

export type Condition = "NEW" | "REFURBISHED" | "USED_LIKE_NEW" | "USED_GOOD"
export type OfferState = "draft" | "pending" | "active" | "paused" | "closed"

/**
 * What a seller says of one article it sells; found again by its own `sku`. A new offer needs GTIN (or an article),
 * price and stock; of one that exists, what is absent stays as it is.
 */
export interface OfferDraft {
  readonly sku: string
  readonly gtin?: string | null
  readonly condition?: Condition
  /** VAT included. */
  readonly price?: Cents
  /** Announced as the price before a reduction: refused unless it is true. */
  readonly before?: Cents | null
  readonly currency?: string
  /** What can still be sold, without what orders hold already. */
  readonly stock?: number
  /** Days until it is shipped. */
  readonly leadTimeDays?: number
  /** On the shelf or off it; a new offer is put on the shelf when nothing is said. */
  readonly state?: "draft" | "active" | "paused" | "closed"
  /** The article itself, for a GTIN that the catalogue does not know. */
  readonly article?: ProposedArticle | null
}

export type OfferResult =
  | {
      readonly ok: true
      readonly sku: string
      readonly offerId: string
      readonly change: "created" | "updated" | "unchanged"
    }
  | { readonly ok: true; readonly sku: string; readonly proposalId: string; readonly change: "proposed" }
  | {
      readonly ok: false
      readonly sku: string
      readonly code: OfferErrorCode | "BAD_INPUT" | "CONFLICT"
      readonly message: string
      /** Of a false price before: what the last 30 days allow. */
      readonly lowest?: { readonly amount: Cents; readonly currency: string } | null
    }

export type Refusal = Extract<OfferResult, { ok: false }>

const MOST_CENTS = 100_000_000
const MOST_STOCK = 1_000_000
const CONDITIONS: ReadonlySet<string> = new Set(["NEW", "REFURBISHED", "USED_LIKE_NEW", "USED_GOOD"])

const isPrice = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 1 && amount <= MOST_CENTS

/** What can be said of a draft without looking anything up. */
export function refusalOf(draft: OfferDraft, currency: string): Refusal | null {
  const refuse = (code: Refusal["code"], message: string): Refusal => ({ ok: false, sku: draft.sku, code, message })
  const { price, before, stock, leadTimeDays, condition } = draft
  if (!draft.sku.trim() || draft.sku.length > 64) return refuse("BAD_INPUT", "The SKU has 1 to 64 characters")
  if (draft.gtin && !normalGtin(draft.gtin))
    return refuse("BAD_GTIN", `${draft.gtin} is not a GTIN: its digits or its check digit are wrong`)
  if (draft.currency !== undefined && draft.currency !== currency)
    return refuse("BAD_PRICE", `Prices are in ${currency}, not in ${draft.currency}`)
  if (price !== undefined && !isPrice(price)) return refuse("BAD_PRICE", "The price is between 0.01 and 1,000,000.00")
  if (before && !isPrice(before)) return refuse("BAD_PRICE", "The price before is between 0.01 and 1,000,000.00")
  if (before && price === undefined) return refuse("BAD_PRICE", "A price before stands beside a price")
  if (stock !== undefined && (!Number.isSafeInteger(stock) || stock < 0 || stock > MOST_STOCK))
    return refuse("BAD_STOCK", "The stock is a whole number from 0 to 1,000,000")
  if (leadTimeDays !== undefined && (!Number.isSafeInteger(leadTimeDays) || leadTimeDays < 0 || leadTimeDays > 60))
    return refuse("BAD_INPUT", "The lead time is between 0 and 60 days")
  if (condition !== undefined && !CONDITIONS.has(condition)) return refuse("BAD_INPUT", "The condition is unknown")
  return null
}

/** A draft of a new offer, with nothing left open. */
export interface NewOffer {
  readonly sku: string
  readonly gtin: string
  readonly condition: Condition
  readonly price: Cents
  readonly currency: string
  readonly stock: number
  readonly leadTimeDays: number
  readonly state: "draft" | "active" | "paused"
}

/** @returns what is missing in a sentence, where it is not enough for a new offer */
export function newOffer(draft: OfferDraft, usual: { currency: string; state: "draft" | "active" }): NewOffer | string {
  const { sku, price, stock } = draft
  const gtin = draft.gtin ? normalGtin(draft.gtin) : null
  if (gtin === null) return "A new offer needs the GTIN of its article"
  if (price === undefined) return "A new offer needs a price"
  if (stock === undefined) return "A new offer needs a stock"
  if (draft.state === "closed") return "A new offer cannot be closed"
  return {
    sku,
    gtin,
    price,
    stock,
    condition: draft.condition ?? "NEW",
    currency: usual.currency,
    leadTimeDays: draft.leadTimeDays ?? 2,
    state: draft.state ?? usual.state,
  }
}
