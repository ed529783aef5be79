import type { DataSource } from "typeorm"
import { BatchWriter } from "./batch-writer"
import { openDataSource } from "./data-source"
import { type AdAuction, AdAuctionEntity, type AdEvent, AdEventEntity } from "./entities"
import { Partitions } from "./partitions"

const EVENT_BATCH = { rows: 500, waitMs: 40 }
const AUCTION_BATCH = { rows: 500, waitMs: 1000 }

interface Opened {
  readonly source: DataSource
  readonly events: BatchWriter<AdEvent>
  readonly auctions: BatchWriter<AdAuction>
}

/** Events and auctions, in a schema or on a server of their own: append-only, a partition a day, written in batches. */
export class EventStore {
  #opened: Promise<Opened> | null = null

  constructor(
    private readonly url: string,
    private readonly warn: (message: string) => void,
  ) {}

  /** Kept for certain once this resolves; an event that was kept before changes nothing. */
  async keep(events: readonly AdEvent[]): Promise<void> {
    const opened = await this.#open()
    await Promise.all(events.map((event) => opened.events.write(event)))
  }

  /** The log of auctions is for estimates and replays: a crash may cost its last second, and nobody waits for it. */
  log(auction: AdAuction): void {
    this.#open()
      .then((opened) => opened.auctions.write(auction))
      .catch((error: unknown) => this.lost("an auction", error))
  }

  lost(what: string, error: unknown): void {
    this.warn(`${what} was not kept with the ad events: ${String(error)}`)
  }

  async source(): Promise<DataSource> {
    return (await this.#open()).source
  }

  /** Writes what waits. For tests and for the end. */
  async flush(): Promise<void> {
    if (!this.#opened) return
    const opened = await this.#opened
    await Promise.all([opened.events.flush(), opened.auctions.flush()])
  }

  async close(): Promise<void> {
    if (!this.#opened) return
    const opened = this.#opened
    await this.flush()
    this.#opened = null
    await (await opened).source.destroy()
  }

  /** Opened at the first use and again after a failure. */
  #open(): Promise<Opened> {
    this.#opened ??= this.#connect().catch((error: unknown) => {
      this.#opened = null
      throw error
    })
    return this.#opened
  }

  async #connect(): Promise<Opened> {
    const source = await openDataSource(this.url, (error) => this.warn(`ad events: ${String(error)}`))
    const partitions = new Partitions(source, this.url)
    const insert =
      <T extends { readonly day: string }>(entity: typeof AdEventEntity | typeof AdAuctionEntity) =>
      async (rows: readonly T[]) => {
        const write = async () => {
          await partitions.ensure(rows.map((row) => row.day))
          const query = source.createQueryBuilder().insert().into(entity)
          await query
            .values(rows as never)
            .orIgnore()
            .updateEntity(false)
            .execute()
        }
        await write().catch((error: unknown) => {
          if (!isMissingPartition(error)) throw error
          partitions.forget()
          return write()
        })
      }
    return {
      source,
      events: new BatchWriter<AdEvent>(insert(AdEventEntity), EVENT_BATCH),
      auctions: new BatchWriter<AdAuction>(insert(AdAuctionEntity), AUCTION_BATCH),
    }
  }
}

const isMissingPartition = (error: unknown): boolean =>
  error instanceof Error && /no partition of relation/.test(error.message)
