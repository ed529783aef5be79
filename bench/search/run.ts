import type { ExecArgs, ISearchModuleService, Logger, SearchDocument } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { search, SEARCHANDISING_MODULE, type SearchandisingModuleService } from "@gondola/searchandising"
import { timingOf } from "../percentiles"
import { madeUpCatalogue, QUERIES } from "./catalogue"
import { shippedEngine } from "./shipped-engine"

const SIZE = 20_000
const PER_SECOND = 20
const SECONDS = 20
const BAR = { p95: 50, p99: 100 }

export default async function bench({ container, args }: ExecArgs): Promise<void> {
  const engine = container.resolve<ISearchModuleService>(Modules.SEARCH)
  const module = container.resolve<SearchandisingModuleService>(SEARCHANDISING_MODULE)
  const knex = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
  const documents = await fill(engine)
  const one = (query: string) =>
    search(container, module, {
      query,
      category: null,
      filters: [],
      sort: "RELEVANCE",
      page: 1,
      pageSize: 24,
      locale: "en",
      explain: false,
      session: null,
    })
  let facets = 0
  for (const query of QUERIES) facets += (await one(query)).facets.length / QUERIES.length
  const alone = await oneByOne(one)
  const crowd = await asACrowd(one)
  const shipped = documents && (await shippedEngine(knex, logger, documents))
  const peer = shipped && (await oneByOne(shipped.search))
  await shipped?.drop()
  const result = { facets: Math.round(facets * 10) / 10, alone, crowd, peer }
  if (args.includes("--json")) process.stdout.write(`${JSON.stringify(result)}\n`)
  else {
    const line = (name: string, t: { p50: number; p95: number; p99: number }) =>
      `${name.padEnd(42)} p50 ${t.p50.toFixed(1)}  p95 ${t.p95.toFixed(1)}  p99 ${t.p99.toFixed(1)} ms\n`
    process.stdout.write(`${result.facets} facets a page\n${line("whole pipeline, one by one", alone)}`)
    process.stdout.write(line(`whole pipeline, ${PER_SECOND} a second`, crowd))
    if (peer) process.stdout.write(line("search-postgres, 8 facets, one by one", peer))
    process.stdout.write(`bar: p95 ≤ ${BAR.p95} ms, p99 ≤ ${BAR.p99} ms\n`)
  }
  process.exit(crowd.p95 <= BAR.p95 && crowd.p99 <= BAR.p99 ? 0 : 1)
}

/** Made-up documents, or null when the database already has a catalogue in its index. */
async function fill(engine: ISearchModuleService): Promise<SearchDocument[] | null> {
  const count = async () =>
    (await engine.search({ entity: "catalog", fields: [], pagination: { take: 0 } }).catch(() => null))?.metadata
      .count ?? 0
  if ((await count()) >= 1000) return null
  await engine.reindex({ index: "catalog" })
  const documents = madeUpCatalogue(SIZE)
  for (let at = 0; at < SIZE; at += 1000)
    await engine.upsertDocuments({ index: "catalog", documents: documents.slice(at, at + 1000) })
  // The engine counts its words when writing has ended.
  await new Promise((resolve) => setTimeout(resolve, 8_000))
  return documents
}

async function oneByOne(run: (query: string) => Promise<unknown>) {
  const durations: number[] = []
  for (let round = 0; round < 3; round++)
    for (const query of QUERIES) {
      const started = performance.now()
      await run(query)
      if (round > 0) durations.push(performance.now() - started)
    }
  return timingOf(durations)
}

/** Requests arrive by chance, whether or not earlier ones are answered; waiting counts. */
async function asACrowd(run: (query: string) => Promise<unknown>) {
  const durations: number[] = []
  const waiting: Promise<void>[] = []
  let seed = 7
  const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const began = performance.now()
  let arrives = 0
  for (let i = 0; arrives < SECONDS * 1000; i++) {
    const due = began + arrives
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
    waiting.push(run(QUERIES[(i * 37) % QUERIES.length]!).then(() => void durations.push(performance.now() - due)))
    arrives += (-Math.log(1 - chance()) * 1000) / PER_SECOND
  }
  await Promise.all(waiting)
  return timingOf(durations)
}
