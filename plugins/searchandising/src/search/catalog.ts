import { container } from "@medusajs/framework"
import { ContainerRegistrationKeys, defineSearchIndex } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SearchMutation, SearchSeedContext } from "@medusajs/framework/types"
import { CATALOG_FIELDS, CATALOG_INDEX } from "../catalogue/fields"
import { documentsOf } from "../outbox/drain"

const PRODUCTS_A_TIME = 250

/** All catalogue products by id, from where the last run stopped; after the build, what changed since it began. */
async function* seed(context: SearchSeedContext): AsyncGenerator<SearchMutation[]> {
  if (context.catchup) return yield* catchUp(context.catchup.since)
  for (let last = context.last_key; ;) {
    const { data } = await context.container.query.graph({
      entity: "product",
      fields: ["id"],
      filters: last ? { id: { $gt: last } } : {},
      pagination: { take: PRODUCTS_A_TIME, order: { id: "ASC" } },
    })
    const ids = data.map((row: { id: string }) => row.id)
    last = ids.at(-1)
    if (last === undefined) return
    const documents = await documentsOf(container, ids)
    documents.sort((a, b) => (a.id < b.id ? -1 : 1))
    if (documents.length > 0) yield [{ action: "upsert", documents }]
  }
}

/** The outbox wrote these into the version that was active then. */
async function* catchUp(since: Date): AsyncGenerator<SearchMutation[]> {
  const knex = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: { product_id: string }[] }>(
    `select product_id from searchandising_change where changed_at >= ? order by product_id`,
    [since],
  )
  for (let at = 0; at < rows.length; at += PRODUCTS_A_TIME) {
    const ids = rows.slice(at, at + PRODUCTS_A_TIME).map((row) => row.product_id)
    const documents = await documentsOf(container, ids)
    const shown = new Set(documents.map((document) => document.id))
    const gone = ids.filter((id) => !shown.has(id))
    yield [
      ...(documents.length > 0 ? [{ action: "upsert" as const, documents }] : []),
      ...(gone.length > 0 ? [{ action: "delete" as const, filters: { id: gone } }] : []),
    ]
  }
}

export default defineSearchIndex({
  name: CATALOG_INDEX,
  entity: "catalog_product",
  fields: { toFields: () => CATALOG_FIELDS },
  seed,
})
