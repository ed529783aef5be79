import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { Modules } from "@medusajs/framework/utils"
import type { ISearchModuleService, Logger, MedusaContainer, SearchDocument } from "@medusajs/framework/types"
import { CATALOGUE_TABLES, catalogueProductIdsOf, readProducts } from "@gondola/marketplace"
import { CATALOG_INDEX } from "../catalogue/fields"
import { catalogDocument } from "../catalogue/document"

const ROWS_A_TIME = 5_000
const PRODUCTS_A_TIME = 500

/** Works one batch. @returns how much of it there was: only after a full one is there surely more */
export async function drain(
  container: MedusaContainer,
  knex: Knex,
  logger: Logger,
): Promise<"nothing" | "some" | "full"> {
  const { rows } = await knex.raw<{ rows: { id: string; source: string; source_id: string }[] }>(
    `select id, source, source_id from searchandising_outbox order by id limit ?`,
    [ROWS_A_TIME],
  )
  if (rows.length === 0) return "nothing"
  const bySource = new Map<string, Set<string>>()
  for (const row of rows) {
    if (!CATALOGUE_TABLES.includes(row.source)) {
      logger.warn(`[searchandising] no catalogue product depends on ${row.source}; its change is skipped`)
      continue
    }
    bySource.set(row.source, (bySource.get(row.source) ?? new Set()).add(row.source_id))
  }
  const ids = new Set<string>()
  for (const [table, changed] of bySource) {
    for (const id of await catalogueProductIdsOf(container, { table, ids: [...changed] })) ids.add(id)
    // A deleted product maps to nothing any more; by its own id it is taken off the shelf.
    if (table === "product" || table === "marketplace_product_sheet") for (const id of changed) ids.add(id)
  }
  const all = [...ids].sort()
  for (let at = 0; at < all.length; at += PRODUCTS_A_TIME) await index(container, all.slice(at, at + PRODUCTS_A_TIME))
  await knex.raw(
    `insert into searchandising_change (product_id, changed_at)
     select id, now() from json_array_elements_text(?::json) as id
     on conflict (product_id) do update set changed_at = excluded.changed_at`,
    [JSON.stringify(all)],
  )
  await knex.raw(`delete from searchandising_outbox where id = any (?::bigint[])`, [rows.map((row) => row.id)])
  return rows.length < ROWS_A_TIME ? "some" : "full"
}

/** Brings these products' documents up to date: what has nothing to sell leaves the index. */
export async function index(container: MedusaContainer, ids: readonly string[]): Promise<void> {
  const search = container.resolve<ISearchModuleService>(Modules.SEARCH)
  const documents = await documentsOf(container, ids)
  const shown = new Set(documents.map((document) => document.id))
  const gone = ids.filter((id) => !shown.has(id))
  if (documents.length > 0) await search.upsertDocuments({ index: CATALOG_INDEX, documents })
  if (gone.length > 0) await search.deleteDocuments({ index: CATALOG_INDEX, filters: { id: gone } })
}

export async function documentsOf(container: MedusaContainer, ids: readonly string[]): Promise<SearchDocument[]> {
  const products = await readProducts(container, ids)
  return products.flatMap((product) => {
    const document = catalogDocument(product)
    return document ? [document as unknown as SearchDocument] : []
  })
}
