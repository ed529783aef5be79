import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { createCatalogueProducts } from "../catalogue/create-catalogue-products"
import { readCategories } from "../read-model/read-categories"
import { catalogueDraftOf } from "./catalogue-draft-of"
import type { ProposedArticle } from "./proposed-article"

export interface Accepted {
  /** Of the proposal. */
  readonly id: string
  readonly article: ProposedArticle
  readonly gtin: string | null
}

/** New catalogue products of proposals; two of one GTIN become one product. */
export async function createAccepted(
  container: MedusaContainer,
  accepted: readonly Accepted[],
  actor: string,
): Promise<Map<string, string>> {
  const categories = new Set([...(await readCategories(container)).values()].map(({ handle }) => handle))
  const first = new Map<string, Accepted>()
  for (const one of accepted) if (!first.has(one.gtin ?? one.id)) first.set(one.gtin ?? one.id, one)
  const makers = [...first.values()]
  const created = await createCatalogueProducts(
    container,
    makers.map(({ id, article, gtin }) => {
      const draft = catalogueDraftOf(article, { gtin, key: id })
      return { ...draft, categories: draft.categories.filter((handle) => categories.has(handle)) }
    }),
    async (trx, products) => {
      const byKey = new Map(makers.map((one, place) => [one.gtin ?? one.id, products[place]?.productId]))
      for (const one of accepted) {
        const productId = byKey.get(one.gtin ?? one.id)
        if (!productId) continue
        await trx("marketplace_proposal")
          .where({ id: one.id })
          .update({
            state: "accepted",
            product_id: productId,
            decided_by: actor,
            decided_at: clockOf(container).now(),
          })
      }
    },
  )
  const byKey = new Map(makers.map((one, place) => [one.gtin ?? one.id, created[place]!.productId]))
  return new Map(accepted.map((one) => [one.id, byKey.get(one.gtin ?? one.id)!]))
}
