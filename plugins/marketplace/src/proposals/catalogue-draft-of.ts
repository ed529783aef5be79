import type { CatalogueDraft } from "../catalogue/draft"
import { slug } from "../catalogue/slug"
import type { ProposedArticle } from "./proposed-article"

/** The sheet of an accepted article: the retailer lists it and does not sell it. */
export function catalogueDraftOf(
  article: ProposedArticle,
  at: { readonly gtin: string | null; readonly key: string },
): CatalogueDraft {
  const tail = slug(at.gtin ?? at.key)
  return {
    handle: `${slug(article.title.fr).slice(0, 60).replace(/-$/, "")}-${tail}`,
    title: article.title,
    description: article.description,
    brand: article.brand,
    partNumber: article.partNumber,
    images: article.images,
    categories: article.category ? [article.category] : [],
    safety: article.safety,
    guaranteeMonths: article.guaranteeMonths,
    source: "seller",
    sourceKey: at.key,
    variants: [{ sku: `S-${tail}`, gtins: at.gtin ? [at.gtin] : [], price: null, stock: 0 }],
  }
}
