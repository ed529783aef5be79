import type { Cents } from "@gondola/kit"
import type { OfferErrorCode } from "../errors"
import { normalGtin } from "../catalogue/gtin"

export type Condition = "NEW" | "REFURBISHED" | "USED_LIKE_NEW" | "USED_GOOD"
export type OfferState = "draft" | "pending" | "active" | "paused" | "closed"

/** What a seller says of one article it sells; found again by its own `sku`. */
export interface OfferDraft {
  readonly gtin: string
  readonly sku: string
  readonly condition: Condition
  /** VAT included. */
  readonly price: Cents
  readonly currency: string
  /** What can still be sold, without what orders hold already. */
  readonly stock: number
  /** Days until it is shipped. */
  readonly leadTimeDays: number
}

export type OfferResult =
  | {
      readonly ok: true
      readonly sku: string
      readonly offerId: string
      readonly change: "created" | "updated" | "unchanged"
    }
  | {
      readonly ok: false
      readonly sku: string
      readonly code: OfferErrorCode | "BAD_INPUT" | "CONFLICT"
      readonly message: string
    }

export type Refusal = Extract<OfferResult, { ok: false }>

const MOST_CENTS = 100_000_000
const MOST_STOCK = 1_000_000

/** What can be said of a draft without looking anything up. */
export function refusalOf(draft: OfferDraft, currency: string): Refusal | null {
  const refuse = (code: Refusal["code"], message: string): Refusal => ({ ok: false, sku: draft.sku, code, message })
  if (!draft.sku.trim() || draft.sku.length > 64) return refuse("BAD_INPUT", "The SKU has 1 to 64 characters")
  if (!normalGtin(draft.gtin))
    return refuse("BAD_GTIN", `${draft.gtin} is not a GTIN: its digits or its check digit are wrong`)
  if (draft.currency !== currency) return refuse("BAD_PRICE", `Prices are in ${currency}`)
  if (!Number.isSafeInteger(draft.price) || draft.price < 1 || draft.price > MOST_CENTS)
    return refuse("BAD_PRICE", "The price is between 0.01 and 1,000,000.00")
  if (!Number.isSafeInteger(draft.stock) || draft.stock < 0 || draft.stock > MOST_STOCK)
    return refuse("BAD_STOCK", "The stock is a whole number from 0 to 1,000,000")
  if (!Number.isSafeInteger(draft.leadTimeDays) || draft.leadTimeDays < 0 || draft.leadTimeDays > 60)
    return refuse("BAD_INPUT", "The lead time is between 0 and 60 days")
  return null
}
