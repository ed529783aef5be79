import { readFileSync } from "node:fs"
import { join } from "node:path"

const LIST = join(__dirname, "../../../admin/src/app/rooms.ts")

/** Every page of a room's navigation, read from the list that the portal itself draws: a new page cannot be forgotten. */
export function portalPages(room: "seller" | "brand" | "shop" | "operator"): string[] {
  const source = readFileSync(LIST, "utf8")
  const from = source.indexOf(`path: "/${room}"`)
  const block = source.slice(source.indexOf("pages: [", from), source.indexOf("\n    ],", from))
  const pages = [...block.matchAll(/\bpath: "([^"]*)"/g)].map(([, path]) => (path ? `/${room}/${path}` : `/${room}`))
  if (from < 0 || pages.length === 0) throw new Error(`${LIST} lists no page of ${room} as this reads it`)
  return pages
}
