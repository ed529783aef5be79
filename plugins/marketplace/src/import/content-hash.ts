import { createHash } from "node:crypto"

/** Equal for equal content whatever the order of the keys. */
export function contentHash(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content, sortedKeys)).digest("base64url")
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
