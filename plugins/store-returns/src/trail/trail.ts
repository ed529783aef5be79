import { createHash } from "node:crypto"

/** Who did what at a counter. `detail` is JSON and holds ids and codes, never a name or an address of a customer. */
export interface TrailEntry {
  readonly shopId: string
  readonly at: Date
  readonly actor: string
  readonly role: string
  readonly action: TrailAction
  readonly subject: string
  readonly detail: Readonly<Record<string, unknown>>
}

export type TrailAction =
  | "unlocked"
  | "wrong_pin"
  | "locked"
  | "looked_up"
  | "look_up_missed"
  | "opened"
  | "quoted"
  | "approved"
  | "abandoned"
  | "expired"
  | "accepted"
  | "refunded"
  | "disposed"

export interface TrailRow {
  readonly shop_id: string
  readonly sequence: string | number
  readonly at: Date
  readonly actor: string
  readonly role: string
  readonly action: string
  readonly subject: string
  readonly detail: string
  readonly previous_hash: string
  readonly hash: string
}

export const FIRST_HASH = "0".repeat(64)

/** Each entry seals the one before: a row that is changed or taken out breaks every later hash. */
export function trailHash(row: Omit<TrailRow, "hash">): string {
  const parts = [row.previous_hash, row.shop_id, String(row.sequence), row.at.toISOString()]
  return createHash("sha256")
    .update(JSON.stringify([...parts, row.actor, row.role, row.action, row.subject, row.detail]))
    .digest("hex")
}

/** @param rows one shop's, by sequence @returns the first sequence that does not fit, or null */
export function brokenAt(rows: readonly TrailRow[]): number | null {
  let previous = FIRST_HASH
  let expected = 1
  for (const row of rows) {
    if (Number(row.sequence) !== expected || row.previous_hash !== previous || trailHash(row) !== row.hash)
      return Number(row.sequence)
    previous = row.hash
    expected += 1
  }
  return null
}
