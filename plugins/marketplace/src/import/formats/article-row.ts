import type { Cents } from "@gondola/kit"
import { normalGtin } from "../../catalogue/gtin"
import type { ProposedArticle } from "../../proposals/proposed-article"
import type { VatClass } from "../../vat/vat-classes"
import { type Complaint, error, warning } from "../mapping"
import { type ArticleField, type ArticleMapping, guessArticleMapping } from "./article-fields"
import { articleOf } from "./article-of"
import { fieldsOf, priceOf, textOf, wholeOf } from "./fields"
import { VAT_WORDS } from "./vat-words"

export interface ArticleOptions {
  readonly source: string
  /** Of a new article whose line names none. */
  readonly stock: number
  readonly currency: string
  /** Columns by field; guessed from the names of each line when absent. */
  readonly mapping?: ArticleMapping | null
}

/** One line: a variant, and what it says of its article. */
export interface Row {
  readonly line: number | undefined
  readonly key: string
  readonly sku: string
  readonly article: ProposedArticle
  readonly gtin: string | null
  readonly price: Cents | null
  readonly stock: number
  readonly vatClass: VatClass | undefined
  readonly options: Readonly<Record<string, string>>
  readonly has: (field: ArticleField) => boolean
}

/** Of a group only one line need say what the article is called. */
export function titleOf(members: readonly { readonly record: unknown }[], options: ArticleOptions): string {
  for (const { record } of members) {
    const fields = fieldsOf(record)
    const column = fields && (options.mapping ?? guessArticleMapping(Object.keys(fields))).title
    const title = column && textOf(fields, [column])
    if (title) return title
  }
  return ""
}

/** @returns null where the line has no article or no number of pieces; every reason is in `said` */
export function rowOf(
  record: unknown,
  options: ArticleOptions & { readonly title: string },
  said: Complaint[],
): Omit<Row, "line"> | null {
  const fields = fieldsOf(record)
  if (!fields) {
    said.push(error("BAD_RECORD", "This line is not a set of fields"))
    return null
  }
  const mapping = options.mapping ?? guessArticleMapping(Object.keys(fields))
  const has = (field: ArticleField): boolean => mapping[field] !== undefined && mapping[field] in fields
  const read = (field: ArticleField): string | undefined => (has(field) ? textOf(fields, [mapping[field]!]) : undefined)
  const text = (field: ArticleField): string => read(field) ?? ""
  const key = text("key") || text("sku")
  if (!key) said.push(error("NO_KEY", "The line names no id or SKU"))
  const article = articleOf(
    (field) => (field === "title" ? options.title : read(field)),
    (message) => said.push(warning("FORMULA", message)),
  )
  if (!article) said.push(error("NO_TITLE", "The title is missing"))
  const price = text("price") ? priceOf(text("price")) : null
  if (text("price") && !price) said.push(error("BAD_PRICE", `${text("price")}: the price is an amount such as 12.90`))
  else if (price === null) said.push(warning("NO_PRICE", "Without a price the article is on no offer of the retailer"))
  const currency = text("currency").toUpperCase()
  if (currency && currency !== options.currency)
    said.push(error("BAD_CURRENCY", `Prices are in ${options.currency}, not in ${currency}`))
  const stock = text("stock") ? wholeOf(text("stock")) : options.stock
  if (stock === null) said.push(error("BAD_STOCK", `${text("stock")}: the stock is a whole number`))
  const gtin = text("gtin") ? normalGtin(text("gtin")) : null
  if (text("gtin") && !gtin) said.push(warning("BAD_GTIN", `${text("gtin")} is not a GTIN and was left out`))
  const vat = text("vatClass").toLowerCase().replace(/\s+/g, " ")
  const vatClass = VAT_WORDS[vat]
  if (vat && !vatClass) said.push(error("BAD_VAT_CLASS", `${vat}: the class of VAT is 20, 10, 5.5 or 2.1`))
  if (!article || stock === null) return null
  return { key, sku: text("sku") || key, article, gtin, price, stock, vatClass, options: optionsOf(text), has }
}

/** What the line is called, even if it is wrong otherwise. */
export const keyOf = (record: unknown, options: ArticleOptions): string => {
  const fields = fieldsOf(record)
  const mapping = fields && (options.mapping ?? guessArticleMapping(Object.keys(fields)))
  return fields
    ? textOf(
        fields,
        [mapping?.key, mapping?.sku].flatMap((column) => column ?? []),
      )
    : ""
}

const optionsOf = (text: (field: ArticleField) => string): Record<string, string> =>
  Object.fromEntries(
    [
      ["Couleur", text("color")],
      ["Taille", text("size")],
      ["Modèle", text("variant")],
    ].filter(([, value]) => value) as [string, string][],
  )
