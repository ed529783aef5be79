import type { Cents } from "@gondola/kit"
import { normalGtin } from "../../catalogue/gtin"
import { reducedBy } from "../../offers/before-price"
import type { OfferDraft } from "../../offers/offer-draft"
import { type Complaint, error, type Mapped, type Mapping, warning } from "../mapping"
import { articleOf } from "./article-of"
import { fieldsOf, priceOf, textOf, wholeOf } from "./fields"
import { plainText } from "./harmless"
import { guessMapping, type OfferField, type OfferMapping } from "./offer-fields"
import { CONDITIONS, STATES } from "./offer-words"

/** Reads one field of a line: undefined where the file has no column for it. */
type Read = (field: OfferField) => string | undefined

/**
 * A line of a seller's feed; prices are decimal amounts with VAT. A field without a column leaves an existing offer as
 * it is in that respect; a cell that is there must be right.
 * @param options.mapping columns by field; guessed from the names of each line when absent
 */
export const mapOffer =
  (options: { readonly currency: string; readonly mapping?: OfferMapping | null }): Mapping<OfferDraft> =>
  (record): Mapped<OfferDraft> => {
    const fields = fieldsOf(record)
    if (!fields) return { key: "", draft: null, complaints: [error("BAD_RECORD", "This line is not a set of fields")] }
    const mapping = options.mapping ?? guessMapping(Object.keys(fields))
    const read: Read = (field) => {
      const column = mapping[field]
      return column !== undefined && column in fields ? textOf(fields, [column]) : undefined
    }
    const complaints: Complaint[] = []
    const complain = (code: string, message: string): undefined => void complaints.push(error(code, message))

    const sku = skuOf(read, complain)
    const gtin = gtinOf(read, complain)
    currencyOf(read, options.currency, complain)
    const prices = pricesOf(read, complain)
    const stock = stockOf(read, complain)
    const condition = wordOf(read("condition"), CONDITIONS, () =>
      complain("BAD_CONDITION", "The condition is NEW, REFURBISHED, USED_LIKE_NEW or USED_GOOD"),
    )
    const state = wordOf(read("state"), STATES, () =>
      complain("BAD_STATE", "The state is draft, active, paused or closed"),
    )
    const days = read("leadTimeDays")
    const leadTimeDays = days ? wholeOf(days) : undefined
    if (leadTimeDays === null) complain("BAD_LEAD_TIME", "The lead time is a whole number of days")
    const article = articleOf(read, (message) => complaints.push(warning("FORMULA", message)))
    const key = sku ?? ""
    if (complaints.some(({ level }) => level === "error")) return { key, draft: null, complaints }
    const draft: OfferDraft = {
      sku: key,
      ...(gtin ? { gtin } : {}),
      ...prices,
      ...(stock === undefined ? {} : { stock }),
      ...(condition ? { condition } : {}),
      ...(leadTimeDays === undefined || leadTimeDays === null ? {} : { leadTimeDays }),
      ...(state ? { state } : {}),
      ...(article ? { article } : {}),
      currency: options.currency,
    }
    // One article in one condition is one offer: a second line of the same would silently win or lose.
    const twins = gtin ? [`GTIN ${normalGtin(gtin) ?? gtin}, ${draft.condition ?? "NEW"}`] : []
    return { key, draft, complaints, twins }
  }

type Complain = (code: string, message: string) => undefined

function skuOf(read: Read, complain: Complain): string | undefined {
  const text = read("sku")
  if (!text) return complain("NO_SKU", "The SKU is missing")
  return plainText(text) === text ? text : complain("FORMULA", "The SKU looks like a formula of a spreadsheet")
}

function gtinOf(read: Read, complain: Complain): string | undefined {
  const text = read("gtin")
  if (text === undefined) return undefined
  // An article without a number may be proposed; whether it may, the offer decides.
  if (text === "") return read("title") ? undefined : complain("BAD_GTIN", "The GTIN is missing")
  if (normalGtin(text)) return text
  return /^\d+[.,]?\d*e\+?\d+$/i.test(text)
    ? complain("BAD_GTIN", `${text}: a spreadsheet rounded this GTIN. Format the column as text and fill it in again`)
    : complain("BAD_GTIN", `${text} is not a GTIN: its digits or its check digit are wrong`)
}

function currencyOf(read: Read, currency: string, complain: Complain): void {
  const said = read("currency")?.toUpperCase()
  if (said && said !== currency && !(said === "€" && currency === "EUR"))
    complain("BAD_CURRENCY", `Prices are in ${currency}, not in ${said}`)
}

function pricesOf(read: Read, complain: Complain): { price?: Cents; before?: Cents } {
  const price = amountOf(read("price"), "price", complain)
  const before = amountOf(read("beforePrice") || undefined, "price before", complain)
  const discount = read("discount")
  if (!discount) return { ...(price ? { price } : {}), ...(before ? { before } : {}) }
  const percent = Number(discount.replace(/[\s%\u00a0-]/g, "").replace(",", "."))
  if (!(percent > 0 && percent < 100)) return complain("BAD_DISCOUNT", "The discount is a percentage such as 20") ?? {}
  // «−20 %» from the price before, or from the price when no other is named.
  const from = before ?? price
  if (!from) return complain("BAD_DISCOUNT", "A discount needs the price it is taken from") ?? {}
  return { price: reducedBy(from, percent), before: from }
}

function amountOf(text: string | undefined, what: string, complain: Complain): Cents | undefined {
  if (text === undefined) return undefined
  if (text === "") return complain("BAD_PRICE", `The ${what} is missing`)
  const foreign = /[$£¥]|\b(USD|GBP|CHF|JPY)\b/i.exec(text)
  if (foreign) return complain("BAD_CURRENCY", `${text}: the ${what} is in another currency`)
  const amount = priceOf(text)
  return amount === null || amount === 0
    ? complain("BAD_PRICE", `${text}: the ${what} is an amount such as 12.90`)
    : amount
}

function stockOf(read: Read, complain: Complain): number | undefined {
  const text = read("stock")
  if (text === undefined) return undefined
  if (text === "") return complain("BAD_STOCK", "The stock is missing")
  if (/^-\s*\d/.test(text)) return complain("BAD_STOCK", `The stock cannot be negative (${text})`)
  return wholeOf(text.replace(/\.0+$/, "")) ?? complain("BAD_STOCK", `${text}: the stock is a whole number`)
}

/** The meaning of a word; undefined for none. */
function wordOf<T>(text: string | undefined, words: Readonly<Record<string, T>>, unknown: () => undefined) {
  if (!text) return undefined
  return words[text.toLowerCase()] ?? unknown()
}
