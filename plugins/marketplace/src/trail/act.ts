import { createHash } from "node:crypto"

export type ActorType =
  "OPERATOR" | "SELLER_MEMBER" | "BRAND_MEMBER" | "SHOP_STAFF" | "CUSTOMER" | "API_KEY" | "GUEST" | "SYSTEM"

export interface Act {
  /** Who: the member's, user's or key's id, never a name; `SYSTEM` with the job's name. */
  readonly actor: { readonly type: ActorType; readonly id: string }
  /** `subject.verb`: «seller.suspend», «payout.approve». */
  readonly action: string
  readonly subject: { readonly type: string; readonly id: string }
  readonly orderId?: string | null
  readonly sellerId?: string | null
  /** When it happened; now when absent. */
  readonly at?: Date
  /** Ids, states, amounts, reasons. Personal data and secrets are left out, whoever put them in. */
  readonly details?: Readonly<Record<string, unknown>>
  /** Where a step may run twice: the same key is written once. */
  readonly key?: string
}

const PRIVATE =
  /pass(word|phrase)?$|secret|token|iban|bic$|e?mail|phone|address|street|(first|last|full|customer|person|legal)_?name|^name$|signature|authorization/i

/** The trail can never be changed, so that nothing may enter it which somebody could ask to have erased. */
export function withoutPrivate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrivate)
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== "object" || value === null) return typeof value === "bigint" ? String(value) : value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      inner === undefined ? [] : [[key, PRIVATE.test(key) ? "(left out)" : withoutPrivate(inner)]],
    ),
  )
}

export interface StoredAct {
  readonly id: string
  readonly actor_type: string
  readonly actor_id: string
  readonly action: string
  readonly subject_type: string
  readonly subject_id: string
  readonly order_id: string | null
  readonly seller_id: string | null
  readonly at: Date
  readonly details: unknown
}

/** What the first seal points at. */
export const FIRST_LINK = "0".repeat(64)

/** SHA-256 over the link before and every column of the act, in a form that does not depend on the order of keys. */
export function sealOf(previous: string, act: StoredAct): string {
  const columns = [
    String(act.id),
    act.actor_type,
    act.actor_id,
    act.action,
    act.subject_type,
    act.subject_id,
    act.order_id,
    act.seller_id,
    act.at.toISOString(),
    canonical(act.details),
  ]
  return createHash("sha256")
    .update(JSON.stringify([previous, ...columns]))
    .digest("hex")
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== "object" || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)])
}
