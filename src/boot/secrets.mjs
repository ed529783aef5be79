// @ts-check
import { randomBytes } from "node:crypto"
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/**
 * @typedef {object} Secrets
 * @property {string} jwt
 * @property {string} cookie
 * @property {string} database the password of the embedded PostgreSQL
 */

/**
 * Made once, at the first start, and readable by their owner alone.
 * @param {string} folder
 * @returns {Secrets}
 */
export function secretsIn(folder) {
  const file = join(folder, "secrets.json")
  if (existsSync(file)) {
    chmodSync(file, 0o600)
    return JSON.parse(readFileSync(file, "utf8"))
  }
  const random = () => randomBytes(32).toString("base64url")
  const secrets = { jwt: random(), cookie: random(), database: random() }
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600, flag: "wx" })
  return secrets
}
