import type { Pool } from "pg"
import { AbstractSearchProviderService, MedusaError } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  Logger,
  ProviderSearchQuery,
  ResolvedSearchIndexDefinition,
  SearchDeleteDocumentsInput,
  SearchDocument,
  SearchIndexInfo,
  SearchResult,
  SearchTask,
} from "@medusajs/framework/types"
import { analyseWords, complete } from "./analyse"
import { documentRow } from "./document-row"
import { filterCondition } from "./filters"
import { genericSearch } from "./generic-search"
import { POSTGRES_PROVIDER, type ProviderOptions } from "./plan"
import { searchPool } from "./pool"
import { retrieve } from "./retrieve"
import { Parameters } from "./statement"
import { CREATE_REGISTRY, createTables, dropTables, REGISTRY, tablesOf } from "./tables"
import { settle, writeRows } from "./write"

/** Words are counted anew this long after the last write. */
const SETTLE_AFTER_MS = 1_500
/** Fewer changes than this share leave the counts as they are. */
const SETTLE_SHARE = 0.02
const VACUUM_SHARE = 0.2

interface Activity {
  changed: number
  timer: NodeJS.Timeout | null
}

/** Engine of Medusa's Search Module on plain PostgreSQL tables, made for the shelf. */
export default class PostgresShelfProvider extends AbstractSearchProviderService {
  static override identifier = POSTGRES_PROVIDER

  readonly #knex: Knex
  readonly #logger: Logger
  readonly #activity = new Map<string, Activity>()
  #pool: Pool | null = null
  #ready: Promise<unknown> | null = null

  constructor(cradle: { __pg_connection__: Knex; logger: Logger }) {
    super()
    this.#knex = cradle.__pg_connection__
    this.#logger = cradle.logger
  }

  get #search(): Pool {
    this.#pool ??= searchPool(this.#knex, (error) =>
      this.#logger.debug(`[searchandising] idle search connection closed: ${error.message}`),
    )
    return this.#pool
  }

  #registry(): Promise<unknown> {
    this.#ready ??= this.#knex.raw(CREATE_REGISTRY).catch((error: unknown) => {
      this.#ready = null
      throw error
    })
    return this.#ready
  }

  override async upsertIndex({ index }: { index: ResolvedSearchIndexDefinition }): Promise<SearchTask> {
    await this.#registry()
    const tables = tablesOf(index.physical_name)
    await this.#knex.transaction(async (trx) => {
      await trx.raw(dropTables(tables))
      await trx.raw(createTables(tables))
      await trx.raw(
        `insert into ${REGISTRY} (name, definition) values (?, ?) on conflict (name) do update
         set definition = excluded.definition, documents = 0, settled_at = null, updated_at = now()`,
        [index.physical_name, JSON.stringify({ fields: index.fields, primary_key: index.primary_key })],
      )
    })
    return done(index.physical_name)
  }

  override async deleteIndex({ index }: { index: string }): Promise<SearchTask> {
    await this.#registry()
    this.#stop(index)
    await this.#knex.raw(dropTables(tablesOf(index)))
    await this.#knex.raw(`delete from ${REGISTRY} where name = ?`, [index])
    return done(index)
  }

  override async listIndexes(): Promise<SearchIndexInfo[]> {
    await this.#registry()
    const { rows } = await this.#knex.raw<{ rows: { name: string; created_at: Date; updated_at: Date }[] }>(
      `select name, created_at, updated_at from ${REGISTRY} order by name`,
    )
    return Promise.all(
      rows.map(async (row) => {
        const count = await this.#knex.raw<{ rows: { n: string }[] }>(
          `select count(*) as n from ${tablesOf(row.name).doc}`,
        )
        return { ...row, provider: POSTGRES_PROVIDER, document_count: Number(count.rows[0]?.n ?? 0) }
      }),
    )
  }

  override async upsertDocuments(input: {
    index: string
    definition: ResolvedSearchIndexDefinition
    documents: SearchDocument[]
  }): Promise<SearchTask> {
    const rows = input.documents.map((document) => documentRow(document, input.definition))
    await this.#guard(input.index, () => writeRows(this.#knex, tablesOf(input.index), rows))
    this.#changed(input.index, rows.length)
    return done(input.index)
  }

  override async deleteDocuments({ index, filters }: SearchDeleteDocumentsInput): Promise<SearchTask> {
    await this.#guard(index, async () => {
      const found = await this.#knex.raw<{
        rows: { definition: { fields: ResolvedSearchIndexDefinition["fields"] } }[]
      }>(`select definition from ${REGISTRY} where name = ?`, [index])
      const t = tablesOf(index)
      const parameters = new Parameters()
      const condition = filterCondition(filters, found.rows[0]?.definition.fields ?? {}, parameters)
      const { rowCount } = await this.#search.query(
        `delete from ${t.doc} d where d.n in (select d.n from ${t.doc} d join ${t.body} b using (n) where ${condition})`,
        parameters.values,
      )
      this.#changed(index, rowCount ?? 0)
    })
    return done(index)
  }

  override async clearIndex({ index }: { index: string }): Promise<SearchTask> {
    const t = tablesOf(index)
    await this.#guard(index, () =>
      this.#knex.raw(`truncate ${t.doc}, ${t.body}, ${t.fac}, ${t.fv}, ${t.field}, ${t.lex}`),
    )
    return done(index)
  }

  override async search(input: ProviderSearchQuery): Promise<SearchResult> {
    const name = input.index.physical_name
    const t = tablesOf(name)
    const own = input.search_options?.provider_options?.[POSTGRES_PROVIDER] as ProviderOptions | undefined
    const started = performance.now()
    return this.#guard(name, async () => {
      if (!own) return genericSearch(this.#search, t, input)
      const answer =
        "retrieve" in own
          ? await retrieve(this.#search, t, own.retrieve)
          : "analyse" in own
            ? await analyseWords(this.#search, t, name, own.analyse)
            : { words: await complete(this.#search, t, own.complete.prefix, own.complete.limit) }
      return {
        hits: [],
        metadata: { skip: 0, take: 0, count: null, processing_time_ms: performance.now() - started },
        provider_metadata: answer as unknown as Record<string, unknown>,
      }
    })
  }

  /** Counts words of an index now, whatever has changed: after a bulk load, and for tests. */
  async settle(index: string, vacuum = true): Promise<void> {
    this.#stop(index)
    await settle(this.#knex, tablesOf(index), index, vacuum)
  }

  /** A dropped version looks like a missing table; the module then looks up the present one and asks again. */
  async #guard<T>(index: string, run: () => Promise<T>): Promise<T> {
    try {
      return await run()
    } catch (error) {
      if ((error as { code?: string }).code === "42P01")
        throw new MedusaError(MedusaError.Types.NOT_FOUND, `Search index ${index} does not exist`)
      throw error
    }
  }

  #changed(index: string, rows: number): void {
    if (rows === 0) return
    const activity = this.#activity.get(index) ?? { changed: 0, timer: null }
    this.#activity.set(index, activity)
    activity.changed += rows
    if (activity.timer) clearTimeout(activity.timer)
    activity.timer = setTimeout(() => void this.#settleWhenWorth(index, activity), SETTLE_AFTER_MS)
    activity.timer.unref()
  }

  async #settleWhenWorth(index: string, activity: Activity): Promise<void> {
    activity.timer = null
    try {
      const { rows } = await this.#knex.raw<{ rows: { documents: number; settled_at: Date | null }[] }>(
        `select documents, settled_at from ${REGISTRY} where name = ?`,
        [index],
      )
      const row = rows[0]
      if (!row) return
      if (row.settled_at && activity.changed < row.documents * SETTLE_SHARE) return
      const { changed } = activity
      await settle(this.#knex, tablesOf(index), index, changed >= Math.max(200, row.documents * VACUUM_SHARE))
      activity.changed -= changed
    } catch (error) {
      this.#logger.warn(`[searchandising] the words of ${index} could not be counted: ${(error as Error).message}`)
    }
  }

  #stop(index: string): void {
    const timer = this.#activity.get(index)?.timer
    if (timer) clearTimeout(timer)
    this.#activity.delete(index)
  }

  __hooks = {
    onApplicationShutdown: async (): Promise<void> => {
      for (const index of this.#activity.keys()) this.#stop(index)
      await this.#pool?.end()
      this.#pool = null
    },
  }
}

const done = (index: string): SearchTask => ({ index, status: "succeeded" })
