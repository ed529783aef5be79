import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { budgetDay } from "../budget/budget-day"
import { leftOf, type Purse } from "../budget/decide-charge"
import { loadSnapshot, readVersion, type Snapshot } from "./snapshot"

/** Up to here a snapshot is used as it is; then the version row is looked at behind the request's back. */
const FRESH_MS = 750
/** From here a request waits for that look: what it shows is never older. */
const STALE_MS = 1750
/** What other processes spent is taken over at least this often. */
const RELOAD_MS = 20_000

/**
 * The snapshot in use. Freshness is looked at when an auction needs it, by one indexed read of the version row at most
 * every `FRESH_MS`: no connection is held open to listen, and a process that slept wakes up right.
 */
export class LiveIndex {
  #snapshot: Snapshot | null = null
  #checkedAt = -Infinity
  #loadedAt = -Infinity
  #checking: Promise<Snapshot> | null = null

  constructor(
    private readonly db: Knex,
    private readonly timeZone: string,
  ) {}

  async current(now: Date): Promise<Snapshot> {
    const snapshot = this.#snapshot
    const age = performance.now() - this.#checkedAt
    if (!snapshot || age > STALE_MS || this.#isOver(snapshot, now)) return this.#check(now)
    if (age > FRESH_MS) void this.#check(now).catch(() => undefined)
    return snapshot
  }

  /** A change was made here: the next auction looks before it shows anything. */
  invalidate(): void {
    this.#checkedAt = -Infinity
  }

  /** At once, before any reload. */
  stop(campaignId: string): void {
    const campaign = this.#snapshot?.campaigns.get(campaignId)
    if (campaign) this.#snapshot!.index.stop(campaign.no)
  }

  /** What a charge left, for the campaign and for the others that share its wallet. */
  spent(campaignId: string, purse: Purse): void {
    const own = this.#snapshot?.campaigns.get(campaignId)
    if (!own) return
    for (const campaign of this.#snapshot!.campaigns.values()) {
      if (campaign.advertiserId !== own.advertiserId) continue
      campaign.purse = campaign === own ? purse : { ...campaign.purse, balance: purse.balance }
      this.#snapshot!.index.setLeft(campaign.no, leftOf(campaign.purse))
    }
  }

  #isOver(snapshot: Snapshot, now: Date): boolean {
    return (
      (snapshot.validUntil !== null && now >= snapshot.validUntil) || snapshot.day !== budgetDay(now, this.timeZone)
    )
  }

  #check(now: Date): Promise<Snapshot> {
    this.#checking ??= this.#look(now).finally(() => (this.#checking = null))
    return this.#checking
  }

  async #look(now: Date): Promise<Snapshot> {
    const startedAt = performance.now()
    const old = this.#snapshot
    const keep =
      old &&
      startedAt - this.#loadedAt < RELOAD_MS &&
      !this.#isOver(old, now) &&
      (await readVersion(this.db)) === old.version
    if (!keep) {
      this.#snapshot = await loadSnapshot(this.db, now, this.timeZone)
      this.#loadedAt = startedAt
    }
    this.#checkedAt = startedAt
    return this.#snapshot!
  }
}
