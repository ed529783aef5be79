import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput } from "@gondola/kit"
import { WEB_SCOPE, type Card } from "../catalogue/document"
import type SearchandisingModuleService from "../modules/searchandising/service"
import type { Locale } from "../ports"
import type { QueryTerm } from "../ranking/bm25f"
import { normalise, queryTokens } from "../text/tokens"
import { categoryTree } from "./categories"
import { engineOf } from "./engine"

export interface SuggestAnswer {
  readonly queries: readonly string[]
  readonly categories: readonly { readonly handle: string; readonly name: string; readonly count: number }[]
  readonly products: readonly Card[]
}

const MAX_LIMIT = 20
/** Words that an unfinished last word may become. */
const COMPLETIONS = 8

/** While somebody types: what others searched, categories by name, and products, the last word unfinished. */
export async function suggest(
  container: MedusaContainer,
  module: SearchandisingModuleService,
  request: { readonly text: string; readonly locale: Locale; readonly limit: number },
): Promise<SuggestAnswer> {
  const { locale, limit } = request
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) throw badInput(`limit goes from 1 to ${MAX_LIMIT}`)
  const typed = normalise(request.text.slice(0, 100))
  const tokens = queryTokens(typed)
  const last = tokens.at(-1)
  if (!last) return { queries: [], categories: [], products: [] }
  const engine = engineOf(container)
  const [logged, completions, tree] = await Promise.all([
    module.log.beginningWith(typed, locale, limit),
    last.length >= 2 ? engine.complete(last, COMPLETIONS) : Promise.resolve([]),
    categoryTree(container, module),
  ])
  const terms: QueryTerm[] = [
    ...tokens.slice(0, -1).map((token) => ({ alternatives: [{ tokens: [token], weight: 1 }] })),
    {
      alternatives: [...new Set([last, ...completions.map(({ word }) => word)])].map((token) => ({
        tokens: [token],
        weight: 1,
      })),
    },
  ]
  const matching = tree
    .find(
      (name) =>
        normalise(name)
          .split(" ")
          .some((word) => word.startsWith(last)),
      locale,
    )
    .slice(0, limit)
  const { candidates, facets } = await engine.retrieve({
    terms,
    rareTerms: [],
    typeWords: [],
    enough: 0,
    scope: [{ field: "scope", values: [WEB_SCOPE] }],
    filters: [],
    facets: { fields: matching.length > 0 ? ["categories"] : [], dynamic: 0, valuesPerField: 100 },
    sort: null,
    skip: 0,
    take: limit,
    present: [],
    locale,
  })
  const counts = new Map(facets.flatMap((facet) => facet.values.map((value) => [value.value, value.count])))
  const cards = await engine.cards(candidates.map((candidate) => candidate.id))
  const begun = typed.split(" ").slice(0, -1).join(" ")
  const completed = completions.map(({ surface }) => `${begun} ${surface}`.trim())
  return {
    queries: [...new Set([...logged, ...(candidates.length > 0 ? completed : [])])].slice(0, limit),
    categories: matching.map((category) => ({ ...category, count: counts.get(category.handle) ?? 0 })),
    products: candidates.flatMap((candidate) => cards.get(candidate.id) ?? []),
  }
}
