import { guess, OFFER_FIELDS } from "./offer-fields"

const { sku, gtin, price, currency, stock, ...said } = OFFER_FIELDS

/** Fields of the retailer's own file: what an offer's file says of an article, and what only its own catalogue needs. */
export const ARTICLE_FIELDS = {
  key: ["id", "key", "article id", "id article"],
  group: [
    "group",
    "groupe",
    "parent",
    "parent sku",
    "sku parent",
    "item group id",
    "modele parent",
    "famille",
    "groupe de variantes",
    "variant group",
  ],
  sku,
  gtin,
  price,
  currency,
  stock,
  vatClass: ["vat", "tva", "vat class", "classe tva", "taux tva", "tva %", "vat rate", "tax class"],
  color: ["color", "colour", "couleur", "coloris"],
  size: ["size", "taille", "pointure"],
  variant: ["variant", "variante", "option", "declinaison"],
  title: said.title,
  titleEn: said.titleEn,
  description: said.description,
  descriptionEn: said.descriptionEn,
  brand: said.brand,
  partNumber: said.partNumber,
  category: said.category,
  image: [...said.image, "images", "pictures", "photos"],
  image2: said.image2,
  image3: said.image3,
  manufacturer: said.manufacturer,
  manufacturerContact: said.manufacturerContact,
  manufacturerCountry: said.manufacturerCountry,
  euResponsible: said.euResponsible,
  warnings: said.warnings,
  guaranteeMonths: said.guaranteeMonths,
} as const satisfies Record<string, readonly string[]>

export type ArticleField = keyof typeof ARTICLE_FIELDS
export const ARTICLE_FIELD_NAMES = Object.keys(ARTICLE_FIELDS) as ArticleField[]
export type ArticleMapping = Readonly<Partial<Record<ArticleField, string>>>

/** What each column of the retailer's file most likely is. */
export const guessArticleMapping = (columns: readonly string[]): ArticleMapping => guess(columns, ARTICLE_FIELDS)
