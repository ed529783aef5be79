import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ISearchModuleService, MedusaContainer } from "@medusajs/framework/types"
import { CATALOG_INDEX } from "../catalogue/fields"

export interface IndexStatus {
  readonly engine: string
  readonly documents: number
  readonly waiting: number
  readonly state: string
}

export async function indexStatus(container: MedusaContainer): Promise<IndexStatus> {
  const search = container.resolve<ISearchModuleService>(Modules.SEARCH)
  const knex = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const [indexes, waiting] = await Promise.all([
    search.listIndexes(),
    knex.raw<{ rows: { n: string }[] }>(`select count(*) as n from searchandising_outbox`),
  ])
  const catalog = indexes.find((index) => index.name === CATALOG_INDEX)
  const { metadata } = await search
    .search({ entity: CATALOG_INDEX, fields: [], pagination: { take: 0 } })
    .catch(() => ({ metadata: { count: 0 } }))
  return {
    engine: catalog?.provider ?? "none",
    documents: metadata.count ?? 0,
    waiting: Number(waiting.rows[0]?.n ?? 0),
    state: catalog?.status ?? "missing",
  }
}
