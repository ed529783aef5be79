import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger, MedusaContainer } from "@medusajs/framework/types"

const readProducts = jest.fn(async (_container: unknown, _ids: readonly string[]): Promise<unknown[]> => [])
jest.mock("@gondola/marketplace", () => ({
  CATALOGUE_TABLES: ["product", "price"],
  catalogueProductIdsOf: async (_c: unknown, { table, ids }: { table: string; ids: string[] }) =>
    table === "price" ? ids.map((id) => `product of ${id}`) : ids,
  readProducts: (container: unknown, ids: readonly string[]) => readProducts(container, ids),
}))

import { drain } from "./drain"

const rows = [
  { id: "1", source: "price", source_id: "p1" },
  { id: "2", source: "price", source_id: "p1" },
  { id: "3", source: "product", source_id: "gone" },
  { id: "4", source: "unheard_of", source_id: "x" },
]

function world(over: { fails?: boolean } = {}) {
  const statements: { sql: string; values: unknown }[] = []
  const knex = {
    raw: async (sql: string, values: unknown) => {
      statements.push({ sql, values })
      return { rows: sql.startsWith("select") ? rows : [] }
    },
  } as unknown as Knex
  const deleted: unknown[] = []
  const search = {
    upsertDocuments: async () => undefined,
    deleteDocuments: async (input: unknown) => {
      if (over.fails) throw new Error("the engine is away")
      deleted.push(input)
    },
  }
  const container = { resolve: () => search } as unknown as MedusaContainer
  const warned: string[] = []
  const logger = { warn: (line: string) => warned.push(line) } as unknown as Logger
  return { knex, container, logger, statements, deleted, warned }
}

describe("draining the outbox", () => {
  it("works a row once, takes what is no more off the shelf, and deletes the rows last", async () => {
    const { knex, container, logger, statements, deleted, warned } = world()
    expect(await drain(container, knex, logger)).toBe("some")
    expect(readProducts).toHaveBeenCalledWith(container, ["gone", "product of p1"])
    expect(deleted).toEqual([{ index: "catalog", filters: { id: ["gone", "product of p1"] } }])
    expect(statements.at(-1)).toEqual({
      sql: expect.stringContaining("delete from searchandising_outbox"),
      values: [["1", "2", "3", "4"]],
    })
    expect(warned).toEqual([expect.stringContaining("unheard_of")])
  })

  it("keeps every row when the engine does not answer", async () => {
    const { knex, container, logger, statements } = world({ fails: true })
    await expect(drain(container, knex, logger)).rejects.toThrow("away")
    expect(statements.some(({ sql }) => sql.startsWith("delete"))).toBe(false)
  })
})
