import type { ProductSafety, Text } from "../catalogue/draft"

/** What a seller says of an article that the catalogue does not know. */
export interface ProposedArticle {
  readonly title: Text
  readonly description: Text
  readonly brand: string | null
  readonly partNumber: string | null
  readonly images: readonly string[]
  /** Handle of a category; one that does not exist is left to the operator. */
  readonly category: string | null
  readonly safety: ProductSafety | null
  readonly guaranteeMonths: number
}

/** Enough for somebody to decide: what it is and who makes it. */
export const isEnough = (article: ProposedArticle | null | undefined): article is ProposedArticle =>
  Boolean(article && article.title.fr.trim().length >= 3 && (article.brand?.trim() || article.partNumber?.trim()))
