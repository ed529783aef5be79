import type { InferTypeOf } from "@medusajs/framework/types"
import { generateEntityId, MedusaService } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { OPEN_STATES, type StoreReturnState } from "../../state/machine"
import { appendToTrail } from "../../trail/append"
import { brokenAt, type TrailEntry, type TrailRow } from "../../trail/trail"
import { tables } from "./tables"

/** Columns of a row that a caller writes; times of the row itself are the database's. */
export type Columns = Readonly<Record<string, string | number | boolean | Date | null>>

/**
 * Rows of the counters. Reading and single rows go through Medusa's generated methods; whatever must hold together with
 * the trail is one transaction here.
 */
export default class StoreReturnsModuleService extends MedusaService(tables) {
  readonly #knex: Knex

  constructor(cradle: { __pg_connection__: Knex }) {
    // eslint-disable-next-line prefer-rest-params -- Medusa's generated base class reads the cradle from `arguments`
    super(...(arguments as unknown as [never]))
    this.#knex = cradle.__pg_connection__
  }

  async record(entry: TrailEntry): Promise<void> {
    await this.#knex.transaction((trx) => appendToTrail(trx, entry))
  }

  /**
   * Counts a try before the PIN is compared; the last one locks until `lockUntil`.
   * @returns the end of a lock that was there already, else the tries so far
   */
  async takePinTry(
    staffId: string,
    rule: { readonly now: Date; readonly lockUntil: Date; readonly max: number },
  ): Promise<{ failures: number; lockedUntil: Date | null }> {
    return this.#knex.transaction(async (trx) => {
      const staff = (await trx("store_return_staff").where("id", staffId).forUpdate().first()) as StaffRow
      if (staff.pin_locked_until && staff.pin_locked_until > rule.now)
        return { failures: staff.pin_failures, lockedUntil: staff.pin_locked_until }
      const failures = staff.pin_failures + 1
      const full = failures >= rule.max
      await trx("store_return_staff")
        .where("id", staffId)
        .update({ pin_failures: full ? 0 : failures, pin_locked_until: full ? rule.lockUntil : null })
      return { failures, lockedUntil: null }
    })
  }

  /** Opens a return; another one that is still open on the order violates UQ_store_return_open_order. */
  async openReturn(row: Columns & { id: string }, entry: TrailEntry): Promise<void> {
    await this.#knex.transaction(async (trx) => {
      await trx("store_return").insert(row)
      await appendToTrail(trx, entry)
    })
  }

  /** @returns false when the return was no longer in one of the states `from`; nothing was written then */
  async moveReturn(
    returnId: string,
    from: readonly StoreReturnState[],
    columns: Columns,
    entry: TrailEntry,
  ): Promise<boolean> {
    return this.#knex.transaction(async (trx) => {
      const moved = await this.#move(trx, returnId, from, columns)
      if (moved) await appendToTrail(trx, entry)
      return moved
    })
  }

  /** Replaces the lines and the amounts of an open return, and drops the photos that no line shows any more. */
  async saveQuote(
    returnId: string,
    columns: Columns,
    rows: { readonly lines: readonly (Columns & { id: string })[]; readonly photos: readonly Columns[] },
    entry: TrailEntry,
  ): Promise<boolean> {
    return this.#knex.transaction(async (trx) => {
      if (!(await this.#move(trx, returnId, OPEN_STATES, columns))) return false
      await trx("store_return_line").where("store_return_id", returnId).delete()
      if (rows.photos.length > 0) await trx("store_return_picture").insert(rows.photos)
      if (rows.lines.length > 0) await trx("store_return_line").insert(rows.lines)
      const shown = rows.lines.map((line) => line.photo_id).filter((id): id is string => typeof id === "string")
      await trx("store_return_picture").where("return_id", returnId).whereNotIn("id", shown).delete()
      await appendToTrail(trx, entry)
      return true
    })
  }

  /** ACCEPTED → REFUNDED with its bags, all or none. False when it was recorded before. */
  async recordSettlement(
    returnId: string,
    columns: Columns,
    rows: {
      readonly bags: readonly Columns[]
      readonly lines: readonly {
        readonly id: string
        readonly commission_back: number
        readonly seller_debit: number
      }[]
    },
    entry: TrailEntry,
  ): Promise<boolean> {
    return this.#knex.transaction(async (trx) => {
      if (!(await this.#move(trx, returnId, ["ACCEPTED"], columns))) return false
      for (const { id, ...amounts } of rows.lines) await trx("store_return_line").where("id", id).update(amounts)
      await trx("store_return_custody_unit").insert(rows.bags)
      await appendToTrail(trx, entry)
      return true
    })
  }

  /** The decision, before any stock moves: a crash after it is finished in the same sense. */
  async decideDisposition(lineId: string, disposition: string): Promise<boolean> {
    const decided = await this.#knex("store_return_line")
      .where("id", lineId)
      .where((open) => open.whereNull("disposition").orWhere("disposition", disposition))
      .update({ disposition, updated_at: this.#knex.fn.now() })
    return decided === 1
  }

  /** Moves the bag; once no line of the return waits, the return is DISPOSED. */
  async recordDisposition(
    bag: { readonly id: string; readonly returnId: string; readonly lineId: string },
    place: string,
    entry: TrailEntry,
  ): Promise<void> {
    await this.#knex.transaction(async (trx) => {
      const moved = await trx("store_return_custody_unit")
        .where({ id: bag.id, place: "quarantine" })
        .update({ place, since: entry.at, updated_at: trx.fn.now() })
      if (moved === 0) return
      await trx("store_return_line").where("id", bag.lineId).update({ disposed_at: entry.at })
      const waiting = await trx("store_return_line")
        .where("store_return_id", bag.returnId)
        .whereNull("disposed_at")
        .first("id")
      if (!waiting) await this.#move(trx, bag.returnId, ["REFUNDED"], { state: "DISPOSED" })
      await appendToTrail(trx, entry)
    })
  }

  /** Photos show goods only, and are kept no longer than a dispute may last. */
  async forgetPictures(takenBefore: Date): Promise<void> {
    await this.#knex.transaction(async (trx) => {
      const old = trx("store_return_picture").where("taken_at", "<", takenBefore).select("id")
      await trx("store_return_line").whereIn("photo_id", old).update({ photo_id: null })
      await trx("store_return_picture").where("taken_at", "<", takenBefore).delete()
    })
  }

  /** Rows of the trail since an instant, newest first. */
  async countTrail(filter: { actor: string; action: TrailEntry["action"]; since: Date }): Promise<number> {
    const [row] = (await this.#knex("store_return_audit")
      .where({ actor: filter.actor, action: filter.action })
      .where("at", ">=", filter.since)
      .count("sequence as n")) as { n: string }[]
    return Number(row?.n ?? 0)
  }

  /** Shops whose trail was tampered with, and from which entry on. */
  async brokenTrails(): Promise<{ shopId: string; sequence: number; entries: number }[]> {
    const rows = (await this.#knex("store_return_audit").orderBy(["shop_id", "sequence"])) as TrailRow[]
    const byShop = new Map<string, TrailRow[]>()
    for (const row of rows) byShop.set(row.shop_id, [...(byShop.get(row.shop_id) ?? []), row])
    return [...byShop].flatMap(([shopId, trail]) => {
      const sequence = brokenAt(trail)
      return sequence === null ? [] : [{ shopId, sequence, entries: trail.length }]
    })
  }

  async #move(
    trx: Knex.Transaction,
    returnId: string,
    from: readonly StoreReturnState[],
    columns: Columns,
  ): Promise<boolean> {
    const moved = await trx("store_return")
      .where("id", returnId)
      .whereIn("state", [...from])
      .update({ ...columns, updated_at: trx.fn.now() })
    return moved === 1
  }
}

export type ShopRow = InferTypeOf<(typeof tables)["Shop"]>
export type StaffRow = InferTypeOf<(typeof tables)["Staff"]>
export type DeskSessionRow = InferTypeOf<(typeof tables)["DeskSession"]>
export type StoreReturnRow = InferTypeOf<(typeof tables)["StoreReturn"]>
export type StoreReturnLineRow = InferTypeOf<(typeof tables)["StoreReturnLine"]>
export type CustodyUnitRow = InferTypeOf<(typeof tables)["CustodyUnit"]>

export const newId = (prefix: string): string => generateEntityId(undefined, prefix)
