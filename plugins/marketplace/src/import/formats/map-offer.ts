import type { Condition, OfferDraft } from "../../offers/offer-draft"
import { type Complaint, error, type Mapped, type Mapping } from "../mapping"
import { fieldsOf, type FieldNames, priceOf, textOf, wholeOf } from "./fields"

/** Where an offer's fields are found in a seller's feed; replaceable, for feeds that use other words. */
export const OFFER_FIELDS = {
  sku: ["sku", "ref", "reference"],
  gtin: ["gtin", "ean", "barcode", "code_barre"],
  price: ["price", "prix"],
  stock: ["stock", "quantity", "quantite", "quantité"],
  condition: ["condition", "etat", "état"],
  leadTimeDays: ["lead_time_days", "leadtimedays", "delai", "délai"],
} satisfies Record<string, FieldNames>

const CONDITIONS: Readonly<Record<string, Condition>> = {
  "": "NEW",
  new: "NEW",
  neuf: "NEW",
  refurbished: "REFURBISHED",
  reconditionné: "REFURBISHED",
  used_like_new: "USED_LIKE_NEW",
  "comme neuf": "USED_LIKE_NEW",
  used_good: "USED_GOOD",
  "bon état": "USED_GOOD",
}

/** A line of a seller's feed, JSON or CSV; prices are decimal amounts with VAT. */
export const mapOffer =
  (options: { readonly currency: string; readonly fields?: typeof OFFER_FIELDS }): Mapping<OfferDraft> =>
  (record): Mapped<OfferDraft> => {
    const names = options.fields ?? OFFER_FIELDS
    const fields = fieldsOf(record)
    if (!fields) return { key: "", draft: null, complaints: [error("BAD_RECORD", "This line is not a set of fields")] }
    const complaints: Complaint[] = []
    const must = <T>(value: T | null | undefined, code: string, message: string): T | null => {
      if (value === null || value === undefined || value === "") complaints.push(error(code, message))
      return value || value === 0 ? value : null
    }
    const sku = must(textOf(fields, names.sku), "NO_SKU", "The SKU is missing")
    const gtin = must(textOf(fields, names.gtin), "BAD_GTIN", "The GTIN is missing")
    const price = must(priceOf(textOf(fields, names.price)), "BAD_PRICE", "The price is an amount such as 12.90")
    const stock = must(wholeOf(textOf(fields, names.stock)), "BAD_STOCK", "The stock is a whole number")
    const condition = must(
      CONDITIONS[textOf(fields, names.condition).toLowerCase()],
      "BAD_CONDITION",
      "The condition is NEW, REFURBISHED, USED_LIKE_NEW or USED_GOOD",
    )
    const leadTimeDays = must(
      wholeOf(textOf(fields, names.leadTimeDays) || "2"),
      "BAD_LEAD_TIME",
      "The lead time is a whole number of days",
    )
    const whole =
      sku !== null && gtin !== null && price !== null && stock !== null && condition && leadTimeDays !== null
    return {
      key: sku ?? "",
      draft: whole ? { sku, gtin, price, stock, condition, leadTimeDays, currency: options.currency } : null,
      complaints,
    }
  }
