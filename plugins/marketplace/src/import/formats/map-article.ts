import type { CatalogueDraft } from "../../catalogue/draft"
import { normalGtin } from "../../catalogue/gtin"
import { slug } from "../../catalogue/slug"
import { type Complaint, error, type Mapped, type Mapping, warning } from "../mapping"
import { fieldsOf, type FieldNames, priceOf, textOf, wholeOf } from "./fields"

/** Where an article's fields are found in the retailer's own JSON or CSV file. */
export const ARTICLE_FIELDS = {
  key: ["id", "sku", "key"],
  title: ["title", "titre"],
  titleEn: ["title_en"],
  description: ["description"],
  descriptionEn: ["description_en"],
  brand: ["brand", "marque"],
  gtin: ["gtin", "ean"],
  category: ["category", "categorie", "catégorie"],
  image: ["image", "picture"],
  price: ["price", "prix"],
  stock: ["stock", "quantity"],
} satisfies Record<string, FieldNames>

/** A line of the retailer's own file; `category` is the handle of a category that exists. */
export const mapArticle =
  (options: {
    readonly source: string
    readonly stock: number
    readonly fields?: typeof ARTICLE_FIELDS
  }): Mapping<CatalogueDraft> =>
  (record): Mapped<CatalogueDraft> => {
    const names = options.fields ?? ARTICLE_FIELDS
    const fields = fieldsOf(record)
    if (!fields) return { key: "", draft: null, complaints: [error("BAD_RECORD", "This line is not a set of fields")] }
    const text = (name: keyof typeof ARTICLE_FIELDS) => textOf(fields, names[name])
    const complaints: Complaint[] = []
    const key = text("key")
    if (!key) complaints.push(error("NO_KEY", "The line names no id or SKU"))
    if (!text("title")) complaints.push(error("NO_TITLE", "The title is missing"))
    const price = text("price") ? priceOf(text("price")) : null
    if (text("price") && price === null) complaints.push(error("BAD_PRICE", "The price is an amount such as 12.90"))
    else if (price === null)
      complaints.push(warning("NO_PRICE", "Without a price the article is on no offer of the retailer"))
    const stock = text("stock") ? wholeOf(text("stock")) : options.stock
    if (stock === null) complaints.push(error("BAD_STOCK", "The stock is a whole number"))
    const gtin = text("gtin") ? normalGtin(text("gtin")) : null
    if (text("gtin") && !gtin) complaints.push(warning("BAD_GTIN", `${text("gtin")} is not a GTIN and was left out`))
    if (stock === null || complaints.some((complaint) => complaint.level === "error"))
      return { key, draft: null, complaints }
    const title = { fr: text("title"), en: text("titleEn") || text("title") }
    const draft: CatalogueDraft = {
      handle: `${slug(title.fr).slice(0, 60).replace(/-$/, "")}-${slug(key)}`,
      title,
      description: { fr: text("description"), en: text("descriptionEn") || text("description") },
      brand: text("brand") || null,
      images: text("image") ? [text("image")] : [],
      categories: text("category") ? [text("category")] : [],
      source: options.source,
      sourceKey: key,
      variants: [{ sku: key, gtins: gtin ? [gtin] : [], price, stock }],
    }
    return { key, draft, complaints }
  }
