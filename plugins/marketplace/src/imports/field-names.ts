import { ARTICLE_FIELD_NAMES, guessArticleMapping } from "../import/formats/article-fields"
import { guessMapping, OFFER_FIELD_NAMES } from "../import/formats/offer-fields"
import type { ImportMapping } from "./import-rows"
import type { Owner } from "./read-imports"

/** What a file may have: a seller's has offers, the retailer's articles. */
export const fieldNamesOf = (owner: Owner): readonly string[] =>
  owner === null ? ARTICLE_FIELD_NAMES : OFFER_FIELD_NAMES

export const guessFor = (owner: Owner, columns: readonly string[]): ImportMapping =>
  owner === null ? guessArticleMapping(columns) : guessMapping(columns)
