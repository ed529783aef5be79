// @ts-check
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join, relative } from "node:path"
import { root } from "./paths.mjs"

const skipped = new Set(["node_modules", ".medusa", ".next", "dist", ".data"])

/**
 * One hash over the names and contents of files; the same tree gives the same hash wherever it was cloned.
 * @param {readonly string[]} places files or folders, from the root of the repository
 * @param {(path: string) => boolean} [matters]
 */
export function fingerprintOf(places, matters = () => true) {
  const hash = createHash("sha256")
  for (const path of places.flatMap((place) => filesUnder(join(root, place)))) {
    const name = relative(root, path)
    if (matters(name)) hash.update(`${name}\0`).update(readFileSync(path)).update("\0")
  }
  return hash.digest("hex")
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => !skipped.has(name))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

/** What decides about the shape of the database: its change is what makes a migration worth half a minute. */
export const schemaFingerprint = () =>
  fingerprintOf(["package-lock.json", "medusa-config.js", "src", "plugins"], (name) => {
    if (!name.startsWith("src/") && !name.startsWith("plugins/")) return true
    return /\/(migrations|models|links|search)\//.test(name) && !/\.(test|spec)\.ts$/.test(name)
  })
