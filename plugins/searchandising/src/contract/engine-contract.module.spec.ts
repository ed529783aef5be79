import fc from "fast-check"
import { knex as connect, type Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger, ProviderSearchQuery, SearchFilters } from "@medusajs/framework/types"
import { applyPins } from "../pins/apply-pins"
import {
  POSTGRES_PROVIDER,
  type RetrievalPlan,
  type RetrievalResult,
  type WordAnalysis,
} from "../providers/postgres/plan"
import PostgresShelfProvider from "../providers/postgres/service"
import { expand, expansionsOf } from "../query/synonyms"
import { passes, shelf, SHELF, type ShelfDocument } from "./shelf"

jest.setTimeout(120_000)

const { DB_HOST = "localhost", DB_PORT = "5432", DB_USERNAME = "postgres", DB_PASSWORD = "" } = process.env
const name = `gondola-contract-${process.pid}`
const at = (database: string) => ({
  host: DB_HOST,
  port: Number(DB_PORT),
  user: DB_USERNAME,
  password: DB_PASSWORD,
  database,
})
const logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
} as unknown as Logger

describe("the engine on PostgreSQL", () => {
  const documents = shelf()
  let admin: Knex
  let database: Knex
  let engine: PostgresShelfProvider

  beforeAll(async () => {
    admin = connect({ client: "pg", connection: at("postgres"), pool: { min: 0, max: 1 } })
    await admin.raw(`create database ??`, [name])
    database = connect({ client: "pg", connection: at(name), pool: { min: 0, max: 4 } })
    engine = new PostgresShelfProvider({ __pg_connection__: database, logger })
    await engine.upsertIndex({ index: SHELF })
    await engine.upsertDocuments({ index: SHELF.physical_name, definition: SHELF, documents: documents as never })
    await engine.settle(SHELF.physical_name)
  })

  afterAll(async () => {
    await engine.__hooks.onApplicationShutdown()
    await database.destroy()
    await admin.raw(`drop database if exists ?? with (force)`, [name])
    await admin.destroy()
  })

  const query = (over: Partial<ProviderSearchQuery>): ProviderSearchQuery => ({
    index: SHELF,
    attributes_to_retrieve: ["title", "price"],
    pagination: { skip: 0, take: 500 },
    ...over,
  })
  const ids = async (over: Partial<ProviderSearchQuery>) => (await engine.search(query(over))).hits.map((hit) => hit.id)
  const ask = async <T>(options: object): Promise<T> => {
    const input = query({ search_options: { provider_options: { [POSTGRES_PROVIDER]: { ...options } } } })
    return (await engine.search(input)).provider_metadata as T
  }
  const plan = (over: Partial<RetrievalPlan> = {}): RetrievalPlan => ({
    terms: [],
    rareTerms: [],
    typeWords: [],
    enough: 0,
    scope: [],
    filters: [],
    facets: { fields: ["brand", "colours"], dynamic: 4, valuesPerField: 20, histogram: "price" },
    sort: null,
    skip: 0,
    take: 500,
    present: [],
    locale: "fr",
    ...over,
  })
  const retrieve = (over: Partial<RetrievalPlan> = {}) => ask<RetrievalResult>({ retrieve: plan(over) })
  const word = (...tokens: string[]) => ({ alternatives: tokens.map((token) => ({ tokens: [token], weight: 1 })) })
  const sorted = (list: readonly string[]) => [...list].sort()
  const where = (test: (document: ShelfDocument) => boolean) => documents.filter(test).map((document) => document.id)

  describe("filters", () => {
    it("give the same documents as plain JavaScript, for random trees", async () => {
      const number = fc.integer({ min: 480, max: 2500 })
      const colour = fc.constantFrom("black", "white", "blue", 'it\'s "odd"', "nobody's")
      const leaf: fc.Arbitrary<SearchFilters> = fc.oneof(
        fc.record({
          brand: fc.oneof(fc.constantFrom("Acme", "Globex", null), fc.record({ $ne: fc.constantFrom("Acme", "x") })),
        }),
        fc.record({ brand: fc.array(fc.constantFrom("Acme", "Initech", "?"), { minLength: 1, maxLength: 3 }) }),
        fc.record({ brand: fc.record({ $exists: fc.boolean() }) }),
        fc.record({
          colours: fc.oneof(
            colour,
            fc.record({ $contains: fc.array(colour, { minLength: 1, maxLength: 2 }) }),
            fc.record({ $overlaps: fc.array(colour, { minLength: 1, maxLength: 3 }) }),
            fc.record({ $nin: fc.array(colour, { minLength: 1, maxLength: 2 }) }),
          ),
        }),
        fc.record({
          price: fc.oneof(
            fc.record({ $gte: number, $lt: number }),
            fc.record({ $gt: number }),
            fc.record({ $lte: number }),
            fc.record({ $exists: fc.boolean() }),
          ),
        }),
        fc.record({ fresh: fc.boolean() }),
        fc.record({ title: fc.record({ $prefix: fc.constantFrom("laptop", "mug", "LAPTOP", "%") }) }),
      ) as fc.Arbitrary<SearchFilters>
      const tree = fc.letrec<{ node: SearchFilters }>((tie) => ({
        node: fc.oneof(
          { depthSize: "small", withCrossShrink: true },
          leaf,
          fc.record({ $and: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }) as fc.Arbitrary<SearchFilters>,
          fc.record({ $or: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }) as fc.Arbitrary<SearchFilters>,
          fc.record({ $not: tie("node") }) as fc.Arbitrary<SearchFilters>,
        ),
      })).node
      await fc.assert(
        fc.asyncProperty(tree, async (filters) => {
          expect(sorted(await ids({ filters }))).toEqual(where((document) => passes(document, filters)))
        }),
        { numRuns: 60 },
      )
    })

    it("compare dates, and refuse what they do not know", async () => {
      const since = "2022-06-01T00:00:00.000Z"
      expect(sorted(await ids({ filters: { made: { $gte: since } } }))).toEqual(where((d) => d.made >= since))
      await expect(ids({ filters: { brand: { $near: 1 } as never } })).rejects.toThrow("$near")
    })
  })

  describe("facets", () => {
    it("count values, ranges and statistics under the filter", async () => {
      const filters = { price: { $gte: 1000 } }
      const { facets } = await engine.search(
        query({
          filters,
          search_options: {
            facets: [
              { field: "colours", type: "value", limit: 2 },
              { field: "price", type: "stats" },
            ],
          },
        }),
      )
      const hits = documents.filter((document) => passes(document, filters))
      const counts = new Map<string, number>()
      for (const document of hits)
        for (const colour of document.colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
      const expected = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      expect(facets?.colours).toEqual({
        type: "value",
        values: expected.slice(0, 2).map(([value, count]) => ({ value, count })),
        other_count: expected.slice(2).reduce((sum, [, count]) => sum + count, 0),
      })
      const prices = hits.map((document) => document.price!)
      expect(facets?.price).toMatchObject({ min: Math.min(...prices), max: Math.max(...prices), count: prices.length })
    })

    it("are disjunctive in one pass: a facet's counts ignore its own filter and obey the others", async () => {
      const filters = [
        { field: "brand", values: ["Acme"] },
        { field: "price", min: 800, max: 2000 },
      ]
      const { total, facets, histogram } = await retrieve({ filters })
      const priced = (d: ShelfDocument) => d.price !== null && d.price >= 800 && d.price <= 2000
      expect(total).toBe(where((d) => d.brand === "Acme" && priced(d)).length)
      const brands = facets.find((facet) => facet.field === "brand")
      for (const { value, count } of brands?.values ?? [])
        expect(count).toBe(where((d) => d.brand === value && priced(d)).length)
      expect(brands?.values).toHaveLength(3)
      for (const { value, count } of facets.find((facet) => facet.field === "colours")?.values ?? [])
        expect(count).toBe(where((d) => d.brand === "Acme" && priced(d) && d.colours.includes(value)).length)
      const own = documents.filter((d) => d.brand === "Acme" && d.price !== null)
      expect(histogram).toMatchObject({
        min: Math.min(...own.map((d) => d.price!)),
        max: Math.max(...own.map((d) => d.price!)),
      })
      expect(histogram?.bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(own.length)
    })

    it("bring attributes that no definition names, with labels and unit, by the locale", async () => {
      const { facets } = await retrieve()
      const size = facets.find((facet) => facet.field === "attr.size")
      expect(size).toMatchObject({ label: "Taille", unit: "TB", dynamic: true, documents: 300 })
      expect(size?.values.map((value) => value.label).sort()).toEqual(["1 To", "2 To", "3 To", "4 To"])
      const filtered = await retrieve({ filters: [{ field: "attr.size", values: ["2"] }] })
      expect(filtered.total).toBe(size?.values.find((value) => value.value === "2")?.count)
    })
  })

  describe("words", () => {
    it.each([
      ["keybord", "keyboard"],
      ["kyeboard", "keyboard"],
      ["laptpo", "laptop"],
      ["mgu", null],
      ["xeadphones", "headphone"],
      ["lapop", "laptop"],
    ])("%s is taken for %s", async (typed, meant) => {
      const { corrections } = await ask<WordAnalysis>({ analyse: { words: [typed], probes: [] } })
      expect(corrections[typed]?.[0]?.word ?? null).toBe(meant)
    })

    it("never correct a word they know, nor a number", async () => {
      const { corrections, documentsWith } = await ask<WordAnalysis>({
        analyse: { words: ["lamp", "12345"], probes: [] },
      })
      expect(corrections).toEqual({})
      expect(documentsWith).toEqual({ lamp: 50 })
    })

    it("are found as the beginning of the last one, and as quantities", async () => {
      expect(await ids({ q: "wireless lapt" })).toEqual(
        expect.arrayContaining(where((d) => d.title.startsWith("laptop") && d.title.includes("wireless"))),
      )
      expect(sorted(await ids({ q: "2 TB" }))).toEqual(sorted(await ids({ q: "2000gb" })))
    })

    it("match all, or any when asked", async () => {
      const all = where((d) => d.title.startsWith("mug") && d.title.includes("wireless"))
      expect(sorted(await ids({ q: "wireless mug", search_options: { match_strategy: "all" } }))).toEqual(all)
      expect((await ids({ q: "wireless mug", search_options: { match_strategy: "any" } })).length).toBeGreaterThan(
        all.length,
      )
    })
  })

  describe("synonyms", () => {
    const terms = (...sets: Parameters<typeof expansionsOf>[0][number][]) =>
      expand([{ token: "cup", alternatives: [{ tokens: ["cup"], weight: 1 }] }], expansionsOf(sets)).terms

    it("find one way, both ways, as phrases, and never through a chain", async () => {
      const mugs = where((d) => d.title.startsWith("mug")).length
      expect((await retrieve({ terms: terms({ kind: "EQUIVALENT", words: ["mug", "cup"] }) })).total).toBe(mugs)
      expect((await retrieve({ terms: terms({ kind: "ONE_WAY", words: ["cup", "toner cartridge"] }) })).total).toBe(50)
      expect((await retrieve({ terms: terms({ kind: "ONE_WAY", words: ["mug", "cup"] }) })).total).toBe(0)
      const chain = terms(
        { kind: "EQUIVALENT", words: ["cup", "beaker"] },
        { kind: "EQUIVALENT", words: ["beaker", "mug"] },
      )
      expect((await retrieve({ terms: chain })).total).toBe(0)
    })
  })

  it("fills a thin result with the rare words, and says so", async () => {
    const over = { terms: [word("mug"), word("wireless")], rareTerms: [word("wireless")], enough: 24 }
    const { total, every, filled, candidates } = await retrieve(over)
    expect(every).toBe(where((d) => d.title.startsWith("mug") && d.title.includes("wireless")).length)
    expect(filled).toBe(true)
    expect(total).toBe(where((d) => d.title.includes("wireless")).length)
    expect(candidates.slice(0, every).every((candidate) => candidate.every)).toBe(true)
    expect((await retrieve({ ...over, enough: 1 })).total).toBe(every)
  })

  describe("paging and order", () => {
    it("walks the whole list once, in the order asked for", async () => {
      const order = { price: "ASC" as const }
      const seen: string[] = []
      for (let skip = 0; skip < 300; skip += 37) seen.push(...(await ids({ pagination: { skip, take: 37, order } })))
      expect(new Set(seen).size).toBe(300)
      const prices = seen.flatMap((id) => documents.find((document) => document.id === id)?.price ?? [])
      expect(prices).toEqual([...prices].sort((a, b) => a - b))
    })

    it("counts exactly, estimates nothing, and counts nothing when told so", async () => {
      const filters = { fresh: true }
      expect((await engine.search(query({ filters, pagination: { take: 1 } }))).metadata.count).toBe(
        where((d) => d.fresh).length,
      )
      expect((await engine.search(query({ filters, search_options: { count: "none" } }))).metadata.count).toBeNull()
    })

    it("returns only what was asked for, and refuses what it cannot do", async () => {
      const { hits } = await engine.search(query({ pagination: { take: 1 } }))
      expect(Object.keys(hits[0]!.document).sort()).toEqual(["price", "title"])
      await expect(engine.search(query({ search_options: { vector: { value: [1] } } }))).rejects.toThrow("vector")
    })
  })

  it("holds pins over pages, without a hole where one misses the filter", async () => {
    const first = "doc003"
    const second = "doc010"
    const filters = [{ field: "brand", values: [documents.find((d) => d.id === first)!.brand ?? "Acme"] }]
    const { candidates, present } = await retrieve({
      terms: [word("wired")],
      present: [first, second, "nobody"],
      filters,
    })
    expect(present).toContain(first)
    expect(present.includes(second)).toBe(documents.find((d) => d.id === second)!.brand === filters[0]!.values[0])
    const pins = [
      { productId: first, position: 25 },
      { productId: "nobody", position: 1 },
    ]
    const placed = applyPins(
      candidates.map((c) => c.id),
      pins,
      new Set(present),
    )
    expect(placed.findIndex((hit) => hit.id === first)).toBe(Math.min(24, placed.length - 1))
    expect(placed.filter((hit) => hit.pinned)).toHaveLength(1)
  })

  it("keeps to the scope, whatever a shopper filters, counts or pins", async () => {
    const scope = [{ field: "scope", values: ["web"] }]
    const inside = where((d) => d.scope.includes("web"))
    const hidden = where((d) => !d.scope.includes("web"))
    for (const filters of [[], [{ field: "scope", values: ["staff"] }], [{ field: "brand", values: ["Acme"] }]]) {
      const { candidates, present, facets } = await retrieve({ scope, filters, present: hidden })
      expect(candidates.every((candidate) => inside.includes(candidate.id))).toBe(true)
      expect(present).toEqual([])
      for (const { value, count } of facets.find((facet) => facet.field === "brand")?.values ?? [])
        expect(count).toBeLessThanOrEqual(where((d) => d.brand === value && d.scope.includes("web")).length)
    }
  })

  it("serves the old version while the next is built, and misses a dropped one loudly", async () => {
    const next = { ...SHELF, physical_name: "shelf_v2" }
    await engine.upsertIndex({ index: next })
    let reading = true
    const totals: (number | null)[] = []
    const reader = (async () => {
      while (reading) totals.push((await engine.search(query({ pagination: { take: 5 } }))).metadata.count)
    })()
    for (let i = 0; i < documents.length; i += 50)
      await engine.upsertDocuments({
        index: next.physical_name,
        definition: SHELF,
        documents: documents.slice(i, i + 50) as never,
      })
    reading = false
    await reader
    expect(new Set(totals)).toEqual(new Set([300]))
    expect((await engine.search(query({ index: next }))).metadata.count).toBe(300)
    await engine.deleteIndex({ index: next.physical_name })
    await expect(engine.search(query({ index: next }))).rejects.toMatchObject({ type: "not_found" })
    expect((await engine.listIndexes()).map((index) => [index.name, index.document_count])).toEqual([["shelf_v1", 300]])
  })

  it("writes the same again without a change, changes a price alone, and deletes by filter", async () => {
    const target = { ...SHELF, physical_name: "shelf_v3" }
    await engine.upsertIndex({ index: target })
    const write = (list: readonly ShelfDocument[]) =>
      engine.upsertDocuments({ index: target.physical_name, definition: SHELF, documents: list as never })
    await write(documents.slice(0, 20))
    await write(documents.slice(0, 20))
    await write([
      { ...documents[1]!, price: 7 },
      { ...documents[1]!, price: 8 },
    ])
    const { hits } = await engine.search(query({ index: target, filters: { price: { $lt: 10 } } }))
    expect(hits.map((hit) => [hit.id, hit.document.price])).toEqual([["doc001", 8]])
    await engine.deleteDocuments({ index: target.physical_name, filters: { id: ["doc001", "doc002"] } })
    await engine.deleteDocuments({ index: target.physical_name, filters: { fresh: true } })
    expect(sorted((await engine.search(query({ index: target }))).hits.map((hit) => hit.id))).toEqual(
      where((d) => !d.fresh && d.id < "doc020" && d.id !== "doc001" && d.id !== "doc002"),
    )
    await engine.clearIndex({ index: target.physical_name })
    expect((await engine.search(query({ index: target }))).metadata.count).toBe(0)
    await engine.deleteIndex({ index: target.physical_name })
  })
})
