import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { ISearchModuleService, MedusaContainer } from "@medusajs/framework/types"
import { GondolaError } from "@gondola/kit"
import type { Card } from "../catalogue/document"
import { CATALOG_INDEX } from "../catalogue/fields"
import type { SearchandisingErrorCode } from "../errors"
import {
  type KnownWord,
  POSTGRES_PROVIDER,
  type ProviderOptions,
  type RetrievalPlan,
  type RetrievalResult,
  type WordAnalysis,
} from "../providers/postgres/plan"

/** Between the first migration and the end of the first seed there is nothing to search in. */
function tellWhenNotReady(error: unknown): never {
  if (MedusaError.isMedusaError(error) && error.type === MedusaError.Types.NOT_FOUND)
    throw new GondolaError<SearchandisingErrorCode>(
      "INDEX_NOT_READY",
      "The shelf is being filled; it can be searched in a moment",
      { cause: error },
    )
  throw error
}

/** What the pipeline asks of an engine, through Medusa's Search Module. */
export interface Engine {
  analyse(words: readonly string[], probes: readonly string[]): Promise<WordAnalysis>
  retrieve(plan: RetrievalPlan): Promise<RetrievalResult>
  complete(prefix: string, limit: number): Promise<readonly KnownWord[]>
  cards(ids: readonly string[]): Promise<ReadonlyMap<string, Card>>
}

export function engineOf(container: MedusaContainer): Engine {
  const search = container.resolve<ISearchModuleService>(Modules.SEARCH)
  const ask = async <T>(options: ProviderOptions): Promise<T> => {
    const { provider_metadata } = await search
      .search({
        entity: CATALOG_INDEX,
        fields: [],
        search_options: { provider_options: { [POSTGRES_PROVIDER]: { ...options } } },
      })
      .catch(tellWhenNotReady)
    return provider_metadata as T
  }
  return {
    analyse: (words, probes) => ask<WordAnalysis>({ analyse: { words, probes } }),
    retrieve: (retrieve) => ask<RetrievalResult>({ retrieve }),
    complete: async (prefix, limit) => (await ask<{ words: KnownWord[] }>({ complete: { prefix, limit } })).words,
    cards: async (ids) => {
      if (ids.length === 0) return new Map()
      const { hits } = await search.search<{ card: Card }>({
        entity: CATALOG_INDEX,
        fields: ["card"],
        filters: { id: [...ids] },
        pagination: { take: ids.length },
        search_options: { count: "none" },
      })
      return new Map(hits.map((hit) => [hit.id, hit.document.card]))
    },
  }
}
