import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto"
import type { Micros } from "@gondola/kit"
import { sponsoredError } from "../errors"

export const CLICK_TTL_MS = 30 * 60_000
export const VIEW_TTL_MS = 10 * 60_000
/** A server whose clock is a little ahead of ours. */
const SKEW_MS = 60_000

const DOMAIN = "gondola/ad-token/v1"
const IV_BYTES = 12
const TAG_BYTES = 16

export interface ServedSlot {
  readonly slot: number
  readonly adId: string
  readonly campaignId: string
  readonly advertiserId: string
  readonly targetId: string
  readonly productId: string
  /** Per click. */
  readonly price: Micros
}

/** One auction as it was served. */
export interface ServedAuction {
  readonly auctionId: string
  readonly issuedAt: number
  /** Of page type, query and category: what the page was. */
  readonly pageHash: string
  readonly sessionHash: string | null
  readonly slots: readonly ServedSlot[]
}

interface Key {
  readonly kid: string
  readonly seal: Buffer
  readonly mac: Buffer
  readonly session: Buffer
}

type Packed = [string, number, string, string | null, [number, string, string, string, string, string, number][]]

function keyOf(secret: string): Key {
  const derive = (info: string) => Buffer.from(hkdfSync("sha256", secret, DOMAIN, info, 32))
  return {
    kid: derive("kid").toString("hex").slice(0, 8),
    seal: derive("seal"),
    mac: derive("mac"),
    session: derive("session"),
  }
}

const macOf = (key: Key, payload: string) =>
  createHmac("sha256", key.mac).update(`${DOMAIN}\0${key.kid}\0${payload}`).digest()

/**
 * `v1.kid.payload.mac`: sealed, for it carries the prices; signed, so that nobody else can make one. The key id picks
 * one of two live keys, so that a key is changed without losing the clicks under way.
 */
export class AuctionTokens {
  readonly #keys: readonly Key[]

  constructor(secret: string, previousSecret?: string) {
    this.#keys = [secret, ...(previousSecret ? [previousSecret] : [])].map(keyOf)
  }

  issue(auction: ServedAuction): string {
    const key = this.#keys[0]!
    const packed: Packed = [
      auction.auctionId,
      auction.issuedAt,
      auction.pageHash,
      auction.sessionHash,
      auction.slots.map((s) => [s.slot, s.adId, s.campaignId, s.advertiserId, s.targetId, s.productId, s.price]),
    ]
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv("aes-256-gcm", key.seal, iv)
    const sealed = Buffer.concat([
      iv,
      cipher.update(JSON.stringify(packed), "utf8"),
      cipher.final(),
      cipher.getAuthTag(),
    ])
    const payload = sealed.toString("base64url")
    return `v1.${key.kid}.${payload}.${macOf(key, payload).toString("base64url")}`
  }

  /**
   * @param now milliseconds
   * @throws AD_TOKEN_INVALID | AD_TOKEN_EXPIRED
   */
  open(token: string, now: number, ttl: number): ServedAuction {
    const invalid = () => sponsoredError("AD_TOKEN_INVALID", "This ad was not served by us; nothing was counted")
    const [version, kid, payload, mac, ...rest] = token.split(".")
    const key = this.#keys.find((candidate) => candidate.kid === kid)
    if (version !== "v1" || !key || !payload || !mac || rest.length > 0) throw invalid()
    const given = Buffer.from(mac, "base64url")
    const expected = macOf(key, payload)
    // base64url has spare bits: only the one spelling that we wrote is taken.
    if (given.length !== expected.length || !timingSafeEqual(given, expected) || given.toString("base64url") !== mac)
      throw invalid()
    const auction = unseal(key, payload)
    if (now - auction.issuedAt > ttl || auction.issuedAt - now > SKEW_MS)
      throw sponsoredError("AD_TOKEN_EXPIRED", "This ad was shown too long ago; nothing was counted")
    return auction
  }

  /** A browser session under our key: tells duplicates, leads back to nobody. */
  sessionHash(session: string): string {
    return createHmac("sha256", this.#keys[0]!.session).update(session).digest("base64url").slice(0, 22)
  }
}

function unseal(key: Key, payload: string): ServedAuction {
  const sealed = Buffer.from(payload, "base64url")
  const decipher = createDecipheriv("aes-256-gcm", key.seal, sealed.subarray(0, IV_BYTES))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  const text =
    decipher.update(sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES), undefined, "utf8") + decipher.final("utf8")
  const [auctionId, issuedAt, pageHash, sessionHash, slots] = JSON.parse(text) as Packed
  return {
    auctionId,
    issuedAt,
    pageHash,
    sessionHash,
    slots: slots.map(([slot, adId, campaignId, advertiserId, targetId, productId, price]) => ({
      slot,
      adId,
      campaignId,
      advertiserId,
      targetId,
      productId,
      price: price as Micros,
    })),
  }
}

/** @throws AD_TOKEN_INVALID when the auction had no such slot */
export function slotOf(auction: ServedAuction, slot: number): ServedSlot {
  const served = auction.slots.find((s) => s.slot === slot)
  if (!served) throw sponsoredError("AD_TOKEN_INVALID", "This ad was not served by us; nothing was counted")
  return served
}

/** One served ad is charged once, whatever the client sends: the key comes from the auction, never from a client. */
export const chargeKey = (auctionId: string, slot: number, adId: string): string =>
  createHash("sha256").update(`${auctionId}\0${slot}\0${adId}`).digest("base64url")
