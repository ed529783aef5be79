import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf, conflict } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { boxKeyOf, openSecret, sealSecret } from "../webhooks/secret"
import type { Operation } from "./operation"

/** How long an answer is kept for a caller who asks again. */
export const KEPT_MS = 24 * 3_600_000
/** A process that died in the midst of a call gives its key free after this. */
const STALE_MS = 60_000

export const isRepeatable = ({ method, takesFile }: Pick<Operation, "method" | "takesFile">): boolean =>
  method === "POST" && !takesFile

/** @throws BAD_INPUT */
export function keyOf(header: string | undefined): string | null {
  if (header === undefined || header === "") return null
  if (!/^[\x21-\x7e]{8,100}$/.test(header)) throw badInput("An Idempotency-Key has 8 to 100 letters, digits or signs")
  return header
}

export interface RepeatableCall {
  readonly sellerId: string
  readonly key: string
  /** Method, path and body: another call with the same key is a mistake of the caller. */
  readonly fingerprint: string
}

export const fingerprintOf = (parts: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url")

interface Row {
  readonly fingerprint: string
  readonly answer: string | null
  readonly claimed_at: Date
}

/**
 * Does the work once for a key and answers what it answered before. What was refused is not kept: it may be mended and sent
 * again with the same key. Answers hold names and secrets, so that they lie sealed.
 * @throws CONFLICT while the same call is under way, or when the key stood for another call
 */
export async function once(
  container: MedusaContainer,
  call: RepeatableCall,
  work: () => Promise<unknown>,
): Promise<{ answer: unknown; again: boolean }> {
  const knex = knexOf(container)
  const mine = { seller_id: call.sellerId, key: call.key }
  const before = await claim(container, call)
  if (before !== null) return { answer: JSON.parse(openSecret(before, boxKeyOf(container))) as unknown, again: true }
  try {
    const answer = await work()
    const sealed = sealSecret(JSON.stringify(answer), boxKeyOf(container))
    await knex("marketplace_api_call").where(mine).update({ answer: sealed })
    return { answer, again: false }
  } catch (refused) {
    await knex("marketplace_api_call").where(mine).delete()
    throw refused
  }
}

/** @returns the sealed answer of before; null when the call is ours to do */
async function claim(container: MedusaContainer, call: RepeatableCall): Promise<string | null> {
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const mine = { seller_id: call.sellerId, key: call.key }
  await knex("marketplace_api_call")
    .where(mine)
    .where("claimed_at", "<=", new Date(now.getTime() - KEPT_MS))
    .delete()
  const inserted = await knex("marketplace_api_call")
    .insert({ ...mine, fingerprint: call.fingerprint, claimed_at: now })
    .onConflict(["seller_id", "key"])
    .ignore()
    .returning("key")
  if (inserted.length > 0) return null
  const row = (await knex("marketplace_api_call").where(mine).first()) as Row | undefined
  if (row && row.fingerprint !== call.fingerprint)
    throw conflict("This Idempotency-Key stood for another call: take a new one for each deed")
  if (row?.answer) return row.answer
  // Taken over by one caller only: the condition holds once.
  const taken = await knex("marketplace_api_call")
    .where(mine)
    .whereNull("answer")
    .where("claimed_at", "<=", new Date(now.getTime() - STALE_MS))
    .update({ claimed_at: now })
  if (taken > 0) return null
  throw conflict("The same call is under way: ask again in a moment")
}

export async function forgetApiCalls(container: MedusaContainer): Promise<number> {
  const before = new Date(clockOf(container).now().getTime() - KEPT_MS)
  return knexOf(container)("marketplace_api_call").where("claimed_at", "<=", before).delete()
}
