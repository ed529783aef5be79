import type { MedusaContainer } from "@medusajs/framework/types"
import { type Allowance, clockOf, rateLimit, type SignedIn } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { hashOf, keyOfHeader, looksLikeKey } from "./key"
import type { ApiKeyRow } from "./key-row"

/** What one key may ask in a minute, in each process. */
export const CALLS_A_MINUTE = 600
const byKey = rateLimit("seller-api-key", CALLS_A_MINUTE, 60)
const wrongByAddress = rateLimit("seller-api-wrong-key", 60, 900)
const NOTE_USE_MS = 60_000

export interface KeyCaller {
  readonly signedIn: SignedIn
  /** What is left of this minute. */
  readonly allowance: Allowance
}

/** As `keyCaller`, for who does not tell how many calls are left. */
export const sellerKeyCaller = async (
  container: MedusaContainer,
  authorization: string | undefined,
  address: string,
): Promise<SignedIn | null> => (await keyCaller(container, authorization, address))?.signedIn ?? null

/**
 * The seller's program that an Authorization header names; null when there is no key in it, or one that is unknown,
 * revoked or past its end.
 * @throws TOO_MANY_REQUESTS
 */
export async function keyCaller(
  container: MedusaContainer,
  authorization: string | undefined,
  address: string,
): Promise<KeyCaller | null> {
  const key = keyOfHeader(authorization)
  if (key === null) return null
  const now = clockOf(container).now()
  const row = looksLikeKey(key)
    ? ((await knexOf(container)("marketplace_api_key")
        .where({ hash: hashOf(key) })
        .first()) as ApiKeyRow | undefined)
    : undefined
  if (!row || row.revoked_at || (row.expires_at && row.expires_at <= now)) {
    await wrongByAddress.take(address)
    return null
  }
  const allowance = await byKey.take(row.id)
  if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() > NOTE_USE_MS)
    await knexOf(container)("marketplace_api_key").where({ id: row.id }).update({ last_used_at: now })
  const program = { organisationId: row.seller_id, scopes: row.scopes }
  return { signedIn: { actor: "SELLER_MEMBER", id: row.id, key: program }, allowance }
}
