import type { DataSource } from "typeorm"
import { addDays } from "../budget/budget-day"
import { inTurn } from "./data-source"
import { AD_SCHEMA } from "./entities"

const TABLES = ["ad_event", "ad_auction"] as const
const DAYS_AHEAD = 7

/** Knows which days have their partitions; makes the missing ones with some days ahead, so that midnight waits for nothing. */
export class Partitions {
  readonly #ready = new Set<string>()

  constructor(
    private readonly source: DataSource,
    private readonly url: string,
  ) {}

  /** A day that was thought ready is not: its partition was dropped, or the database restored from before it. */
  forget(): void {
    this.#ready.clear()
  }

  async ensure(days: Iterable<string>): Promise<void> {
    const missing = [...new Set(days)].filter((day) => !this.#ready.has(day))
    if (missing.length === 0) return
    const wanted = new Set(missing.flatMap((day) => Array.from({ length: DAYS_AHEAD + 1 }, (_, n) => addDays(day, n))))
    await inTurn(this.url, async () => {
      for (const day of wanted)
        for (const table of TABLES)
          await this.source.query(
            `create table if not exists ${AD_SCHEMA}.${table}_${day.replaceAll("-", "")}
             partition of ${AD_SCHEMA}.${table} for values from ('${day}') to ('${addDays(day, 1)}')`,
          )
    })
    for (const day of wanted) this.#ready.add(day)
  }
}
