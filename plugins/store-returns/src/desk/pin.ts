import { createHash, randomBytes, scrypt as scryptCallback, timingSafeEqual, type ScryptOptions } from "node:crypto"
import { badInput } from "@gondola/kit"

const COST = 16_384
const KEY_BYTES = 32

const scrypt = (pin: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scryptCallback(pin, salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key))),
  )

const TOO_SIMPLE = /^(\d)\1+$|^(?:0123|1234|2345|3456|4567|5678|6789)\d*$/

/** @throws BAD_INPUT for anything but four to eight digits, or a run or repetition */
export function assertPin(pin: string): void {
  if (!/^\d{4,8}$/.test(pin)) throw badInput("A PIN has four to eight digits")
  if (TOO_SIMPLE.test(pin)) throw badInput("This PIN is the first that anybody would try; choose another")
}

export async function hashPin(pin: string): Promise<string> {
  assertPin(pin)
  const salt = randomBytes(16)
  const key = await scrypt(pin, salt, { N: COST })
  return `scrypt$${COST}$${salt.toString("base64url")}$${key.toString("base64url")}`
}

export async function pinMatches(pin: string, hash: string): Promise<boolean> {
  const [scheme, cost, salt, key] = hash.split("$")
  if (scheme !== "scrypt" || !cost || !salt || !key || !/^\d{1,8}$/.test(pin)) return false
  const expected = Buffer.from(key, "base64url")
  const given = await scrypt(pin, Buffer.from(salt, "base64url"), { N: Number(cost) })
  return given.length === expected.length && timingSafeEqual(given, expected)
}

export const newDeskToken = (): string => randomBytes(32).toString("base64url")
/** A random token of 256 bits needs no slow hash. */
export const deskTokenHash = (token: string): string => createHash("sha256").update(token).digest("base64url")
