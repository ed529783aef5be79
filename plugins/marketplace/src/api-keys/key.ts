import { createHash, randomBytes } from "node:crypto"

/** What a key may do; writing does not include reading. */
export const SCOPES = [
  "catalogue:read",
  "catalogue:write",
  "orders:read",
  "orders:write",
  "finance:read",
  "webhooks:read",
  "webhooks:write",
] as const
export type Scope = (typeof SCOPES)[number]

export const isScope = (text: string): text is Scope => (SCOPES as readonly string[]).includes(text)

const FORM = /^gnd_[A-Za-z0-9_-]{43}$/

export interface NewKey {
  /** Shown once. */
  readonly key: string
  /** Kept, to tell keys apart in a list. */
  readonly prefix: string
  /** Kept. 256 random bits need no slow hash: there is nothing to guess. */
  readonly hash: string
}

export function newKey(random: Buffer = randomBytes(32)): NewKey {
  const key = `gnd_${random.toString("base64url")}`
  return { key, prefix: key.slice(0, 10), hash: hashOf(key) }
}

export const hashOf = (key: string): string => createHash("sha256").update(key).digest("hex")

/** The key of an Authorization header; null when it holds something else (a person's token). */
export function keyOfHeader(authorization: string | undefined): string | null {
  const [, token] = /^bearer +(gnd_\S*)$/i.exec(authorization?.trim() ?? "") ?? []
  return token ?? null
}

export const looksLikeKey = (key: string): boolean => FORM.test(key)
