import type { MedusaContainer } from "@medusajs/framework/types"
import { candidates, words } from "../matching/match-article"
import { knexOf } from "../modules/marketplace/resolve"
import type { ProposedArticle } from "./proposed-article"

export interface FoundCandidate {
  readonly productId: string
  readonly variantId: string
  readonly score: number
  readonly why: readonly string[]
}

const LOOKED_AT = 400

/**
 * Products that each article may be. A first look takes those of the brand, of the part number or with the rarest-looking
 * words of the title; the likeness decides.
 */
export async function findCandidates(
  container: MedusaContainer,
  articles: readonly ProposedArticle[],
): Promise<FoundCandidate[][]> {
  const knex = knexOf(container)
  const found: FoundCandidate[][] = []
  for (const article of articles) {
    // The longest words and those with digits tell articles apart.
    const telling = [...words(article.title.fr)]
      .sort((a, b) => Number(/\d/.test(b)) - Number(/\d/.test(a)) || b.length - a.length)
      .slice(0, 3)
      .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`)
    const { rows } = await knex.raw<{ rows: CandidateRow[] }>(
      `select p.id as "productId", p.title, s.brand, s.part_number as "partNumber",
         (select v.id from product_variant v where v.product_id = p.id and v.deleted_at is null
          order by v.variant_rank, v.id limit 1) as "variantId"
       from marketplace_product_sheet s join product p on p.id = s.product_id and p.deleted_at is null
       where s.owner_seller_id is null and (
         (:part <> '' and lower(s.part_number) = :part) or (
           (:brand = '' or s.brand is null or lower(s.brand) = :brand) and p.title ilike any(:telling))
       )
       order by (:part <> '' and lower(s.part_number) = :part) desc, (lower(s.brand) = :brand) desc nulls last, p.id
       limit ${LOOKED_AT}`,
      {
        part: article.partNumber?.trim().toLowerCase() ?? "",
        brand: article.brand?.trim().toLowerCase() ?? "",
        telling,
      },
    )
    const likely = candidates(
      { title: article.title.fr, brand: article.brand, partNumber: article.partNumber },
      rows.filter((row) => row.variantId),
    )
    found.push(
      likely.map(({ product, score, why }) => ({
        productId: product.productId,
        variantId: product.variantId,
        score,
        why,
      })),
    )
  }
  return found
}

interface CandidateRow {
  readonly productId: string
  readonly variantId: string
  readonly title: string
  readonly brand: string | null
  readonly partNumber: string | null
}
