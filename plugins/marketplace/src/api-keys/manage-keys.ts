import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, conflict, notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"
import { isScope, newKey } from "./key"
import type { ApiKeyRow } from "./key-row"

const MOST_KEYS = 20
const YEAR_DAYS = 366

export interface KeyDraft {
  readonly name: string
  readonly scopes: readonly string[]
  /** Null: until it is revoked. */
  readonly expiresInDays: number | null
}

export interface Owner {
  readonly sellerId: string
  readonly actor: Act["actor"]
}

/**
 * @throws BAD_INPUT | CONFLICT at the 21st key
 * @returns the key itself, which nobody can read again
 */
export async function createKey(
  container: MedusaContainer,
  { sellerId, actor }: Owner,
  draft: KeyDraft,
): Promise<{ key: string; row: ApiKeyRow }> {
  const name = draft.name.trim()
  if (!name || name.length > 60) throw badInput("Name the key, in 60 characters at most")
  const scopes = [...new Set(draft.scopes)]
  if (scopes.length === 0 || !scopes.every(isScope)) throw badInput("Choose at least one scope of the list")
  const days = draft.expiresInDays
  if (days !== null && (!Number.isInteger(days) || days < 1 || days > YEAR_DAYS))
    throw badInput(`A key ends after 1 to ${YEAR_DAYS} days, or never`)
  const now = clockOf(container).now()
  const { key, prefix, hash } = newKey()
  const row = await knexOf(container).transaction(async (trx) => {
    await trx("marketplace_seller").where({ id: sellerId }).forUpdate().first("id")
    const [held] = (await trx("marketplace_api_key")
      .where({ seller_id: sellerId, revoked_at: null })
      .count("* as n")) as {
      n: string
    }[]
    if (Number(held?.n) >= MOST_KEYS) throw conflict(`A seller has ${MOST_KEYS} keys at most: revoke one first`)
    const [inserted] = (await trx("marketplace_api_key")
      .insert({
        id: generateEntityId(undefined, "gkey"),
        seller_id: sellerId,
        name,
        prefix,
        hash,
        scopes,
        created_by: actor.id,
        created_at: now,
        expires_at: days === null ? null : new Date(now.getTime() + days * 86_400_000),
      })
      .returning("*")) as ApiKeyRow[]
    const act = { actor, action: "api-key.create", subject: { type: "api_key", id: inserted!.id }, sellerId }
    await recordAct(container, { ...act, details: { scopes, expiresInDays: days } }, trx)
    return inserted!
  })
  return { key, row }
}

export const listKeys = (
  container: MedusaContainer,
  sellerId: string,
  { skip, take }: { skip: number; take: number },
): Promise<[ApiKeyRow[], number]> => {
  const keys = () => knexOf(container)("marketplace_api_key").where({ seller_id: sellerId })
  return Promise.all([
    keys()
      .orderByRaw("revoked_at is not null, created_at desc, id desc")
      .offset(skip)
      .limit(take) as unknown as Promise<ApiKeyRow[]>,
    keys()
      .count("* as n")
      .first()
      .then((row) => Number((row as { n: string } | undefined)?.n ?? 0)),
  ])
}

/** Ends a key at once; twice is once. @throws NOT_FOUND */
export async function revokeKey(
  container: MedusaContainer,
  { sellerId, actor }: Owner,
  id: string,
): Promise<ApiKeyRow> {
  return knexOf(container).transaction(async (trx) => {
    const row = (await trx("marketplace_api_key").where({ id, seller_id: sellerId }).forUpdate().first()) as
      ApiKeyRow | undefined
    if (!row) throw notFound("This key")
    if (row.revoked_at) return row
    const now = clockOf(container).now()
    await trx("marketplace_api_key").where({ id }).update({ revoked_at: now })
    await recordAct(container, { actor, action: "api-key.revoke", subject: { type: "api_key", id }, sellerId }, trx)
    return { ...row, revoked_at: now }
  })
}
