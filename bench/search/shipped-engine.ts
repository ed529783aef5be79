import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  Logger,
  ResolvedSearchIndexDefinition,
  SearchDocument,
  SearchFieldDefinition,
} from "@medusajs/framework/types"
import { Migration20260807120000 } from "@medusajs/search-postgres/dist/migrations/Migration20260807120000"
import { PostgresSearchService } from "@medusajs/search-postgres/dist/services/postgres-search"

const value: SearchFieldDefinition = { type: "keyword", filterable: true, facetable: true }
const FIELDS: Record<string, SearchFieldDefinition> = {
  id: { type: "keyword", filterable: true },
  title: { type: "text", searchable: { weight: 3 } },
  type: { type: "text", searchable: { weight: 2 } },
  description: { type: "text", searchable: { weight: 1 } },
  brand: { ...value, searchable: true },
  seller: { ...value, array: true },
  condition: { ...value, array: true },
  shop: { ...value, array: true },
  colour: value,
  warranty: value,
  energy: value,
  price: { type: "integer", filterable: true, facetable: { types: ["stats"] } },
}
const VALUE_FACETS = ["brand", "seller", "condition", "shop", "colour", "warranty", "energy"]

const DEFINITION = {
  name: "bench_shipped",
  physical_name: "bench_shipped_v1",
  entity: "bench",
  primary_key: "id",
  provider: "search-postgres",
  definition_hash: "bench",
  settings: {},
  fields: FIELDS,
  seed: async function* () {},
} as unknown as ResolvedSearchIndexDefinition

/** Medusa's bundled engine on the same documents: eight facets, no spelling (with it a query takes a second). */
export async function shippedEngine(knex: Knex, logger: Logger, documents: readonly SearchDocument[]) {
  const execute = async (sql: string, bindings: Knex.RawBinding[] = []) =>
    (await knex.raw(sql, bindings)).rows as unknown[]
  const manager = { execute, transactional: <T>(run: (m: unknown) => Promise<T>) => run({ execute }) }
  const migration = new Migration20260807120000(undefined as never, undefined as never)
  await migration.up()
  for (const statement of migration.getQueries()) await execute(String(statement))
  const engine = new PostgresSearchService({ manager, logger } as never)
  await engine.upsertIndex({ index: DEFINITION })
  for (let at = 0; at < documents.length; at += 1000)
    await engine.upsertDocuments({
      index: DEFINITION.physical_name,
      definition: DEFINITION,
      documents: documents.slice(at, at + 1000).map(flat),
    } as never)
  await execute(`vacuum analyze`)
  return {
    search: (q: string) =>
      engine.search({
        index: DEFINITION,
        q,
        attributes_to_retrieve: ["title", "brand", "price"],
        pagination: { skip: 0, take: 24 },
        search_options: {
          match_strategy: "last",
          facets: [...VALUE_FACETS.map((field) => ({ field })), { field: "price", type: "stats" }],
        },
      } as never),
    drop: () => engine.deleteIndex({ index: DEFINITION.physical_name }),
  }
}

function flat(document: SearchDocument): SearchDocument {
  const first = (field: string) => (document[field] as string[])[0]
  const attributes = document.attributes as { key: string; value: string }[]
  const attribute = (key: string) => attributes.find((one) => one.key === key)?.value ?? null
  return {
    id: document.id,
    title: first("titles"),
    type: first("types"),
    description: first("descriptions"),
    brand: document.brand,
    seller: document.sellers,
    condition: document.conditions,
    shop: document.shops,
    colour: attribute("colour"),
    warranty: attribute("warranty"),
    energy: attribute("energy class"),
    price: document.price,
  }
}
