import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { FIRST_HASH, trailHash, type TrailEntry, type TrailRow } from "./trail"

/** Adds to the end of the shop's chain, together with what it tells about. */
export async function appendToTrail(trx: Knex.Transaction, entry: TrailEntry): Promise<void> {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`gondola:trail:${entry.shopId}`])
  const [last] = (await trx("store_return_audit")
    .where("shop_id", entry.shopId)
    .orderBy("sequence", "desc")
    .limit(1)
    .select("sequence", "hash")) as Pick<TrailRow, "sequence" | "hash">[]
  const row = {
    shop_id: entry.shopId,
    sequence: Number(last?.sequence ?? 0) + 1,
    at: entry.at,
    actor: entry.actor,
    role: entry.role,
    action: entry.action,
    subject: entry.subject,
    detail: JSON.stringify(entry.detail),
    previous_hash: last?.hash ?? FIRST_HASH,
  }
  await trx("store_return_audit").insert({ ...row, hash: trailHash(row) })
}
