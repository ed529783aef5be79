import { Client } from "pg"
import { container } from "@medusajs/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { connectionOf } from "../providers/postgres/connection"
import { drain } from "./drain"
import { INSTALL_TRIGGERS, OUTBOX_CHANNEL } from "./triggers"

/** Changes that come close together are worked once. */
const COALESCE_MS = 300
/** Without a call: what another process left, or a call that was lost with its connection. */
const LOOK_EVERY_MS = 2_000
const BACK_OFF_MS = [1_000, 2_000, 5_000, 15_000]
const LOCK_KEY = "searchandising:outbox"

/**
 * Empties the outbox into the index: one process at a time (advisory lock of the listening session, which ends with
 * it), woken by NOTIFY. A row is deleted only after its document is written, so a crash repeats work and loses none.
 */
export class OutboxWorker {
  #client: Client | null = null
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #again = false
  #stopped = true
  #failures = 0
  #installed = false

  constructor(
    readonly knex: Knex,
    readonly logger: Logger,
  ) {}

  start(): void {
    this.#stopped = false
    this.#schedule(0)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#running?.catch(() => undefined)
    await this.#client?.end().catch(() => undefined)
    this.#client = null
  }

  #schedule(delay: number): void {
    if (this.#stopped) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#running = this.#work().finally(() => (this.#running = null))
    }, delay).unref()
  }

  async #work(): Promise<void> {
    this.#again = false
    try {
      const client = await this.#session()
      const { rows } = await client.query<{ mine: boolean }>(
        `select pg_try_advisory_lock(hashtext('${LOCK_KEY}')) as mine`,
      )
      if (rows[0]?.mine)
        try {
          // What comes while a batch is worked waits for the next call: an import writes eleven times for the same products.
          do this.#again = false
          while (!this.#stopped && (await drain(container, this.knex, this.logger)) === "full")
        } finally {
          await client.query(`select pg_advisory_unlock(hashtext('${LOCK_KEY}'))`)
        }
      this.#failures = 0
      this.#schedule(this.#again ? COALESCE_MS : LOOK_EVERY_MS)
    } catch (error) {
      if (this.#stopped) return
      const delay = BACK_OFF_MS[Math.min(this.#failures++, BACK_OFF_MS.length - 1)] ?? LOOK_EVERY_MS
      this.logger.debug(`[searchandising] the index waits, next try in ${delay} ms: ${(error as Error).message}`)
      if (this.#failures === BACK_OFF_MS.length)
        this.logger.warn(`[searchandising] the index cannot be brought up to date: ${(error as Error).message}`)
      this.#schedule(delay)
    }
  }

  async #session(): Promise<Client> {
    if (!this.#installed) {
      await this.knex.raw(INSTALL_TRIGGERS)
      this.#installed = true
    }
    if (this.#client) return this.#client
    const client = new Client({ ...connectionOf(this.knex), application_name: "gondola outbox" })
    client.on("error", () => this.#lost(client))
    client.on("end", () => this.#lost(client))
    client.on("notification", () => {
      this.#again = true
      if (!this.#running) this.#schedule(COALESCE_MS)
    })
    await client.connect()
    await client.query(`listen ${OUTBOX_CHANNEL}`)
    this.#client = client
    return client
  }

  #lost(client: Client): void {
    if (this.#client === client) this.#client = null
  }
}
