import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import type { Locale } from "../ports"

interface Entry {
  query: string
  locale: Locale
  count: number
  empty: number
  total: number
  at: Date
}

const WRITE_EVERY_MS = 1_000
/** What looks like an address, a card or a telephone number is not kept: people paste the wrong thing. */
const PERSONAL = /@|\d[\d\s.-]{8,}\d/

/** Counts of what people search, in words only: no session, no address, no person. Losing the last second is fine. */
export class QueryLog {
  readonly #waiting = new Map<string, Entry>()
  #timer: NodeJS.Timeout | null = null

  constructor(
    readonly knex: Knex,
    readonly logger: Logger,
  ) {}

  note(query: string, locale: Locale, total: number, at: Date): void {
    if (!query || query.length > 80 || PERSONAL.test(query)) return
    const key = `${locale} ${query}`
    const entry = this.#waiting.get(key) ?? { query, locale, count: 0, empty: 0, total, at }
    entry.count++
    entry.total = total
    entry.at = at
    if (total === 0) entry.empty++
    this.#waiting.set(key, entry)
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_EVERY_MS).unref()
  }

  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const entries = [...this.#waiting.values()].sort((a, b) => (a.query < b.query ? -1 : 1))
    this.#waiting.clear()
    if (entries.length === 0) return
    try {
      await this.knex.raw(
        `insert into searchandising_query_log (query, locale, count, empty, last_total, last_at)
         select query, locale, count, empty, total, at
         from json_to_recordset(?::json) as x(query text, locale text, count bigint, empty bigint, total integer, at timestamptz)
         on conflict (query, locale) do update set count = searchandising_query_log.count + excluded.count,
           empty = searchandising_query_log.empty + excluded.empty, last_total = excluded.last_total, last_at = excluded.last_at`,
        [JSON.stringify(entries)],
      )
    } catch (error) {
      this.logger.warn(`[searchandising] queries were not counted: ${(error as Error).message}`)
    }
  }

  async close(): Promise<void> {
    await this.flush()
  }

  async empty(limit: number): Promise<{ query: string; count: number; lastAt: Date }[]> {
    await this.flush()
    const { rows } = await this.knex.raw<{ rows: { query: string; count: string; lastAt: Date }[] }>(
      `select query, sum(empty) as count, max(last_at) as "lastAt" from searchandising_query_log
       where empty > 0 and last_total = 0 group by query order by 2 desc, 3 desc limit ?`,
      [limit],
    )
    return rows.map((row) => ({ ...row, count: Number(row.count) }))
  }

  /** Frequent queries that begin so and found something. */
  async beginningWith(prefix: string, locale: Locale, limit: number): Promise<string[]> {
    const { rows } = await this.knex.raw<{ rows: { query: string }[] }>(
      `select query from searchandising_query_log
       where query ~>=~ ? and query ~<~ ? and locale = ? and last_total > 0 order by count desc, query limit ?`,
      [prefix, `${prefix}\u{10ffff}`, locale, limit],
    )
    return rows.map((row) => row.query)
  }
}
