import { readFileSync } from "node:fs"
import { join } from "node:path"
import { SCOPES } from "../api-keys/key"
import { EVENT_TYPES, EVENTS, PING } from "./event-types"

const ROOT = join(__dirname, "../../../..")
const source = (path: string): string => readFileSync(join(ROOT, path), "utf8")
const key = (name: string): string => name.replace(/[.:]/g, "_")

it.each(["fr", "en"])("every event and scope that a seller may choose has words, in %s", (language) => {
  const { scopes, webhookEvents } = JSON.parse(source(`admin/src/i18n/${language}/developer.json`)) as Record<
    string,
    Record<string, string>
  >
  expect(Object.keys(scopes!).sort()).toEqual(SCOPES.map(key).sort())
  expect(Object.keys(webhookEvents!).sort()).toEqual([...EVENT_TYPES, PING].map(key).sort())
  for (const scope of SCOPES) expect(source("admin/src/rooms/seller/developer/developer.ts")).toContain(`"${scope}"`)
})

it("the page for programmers lists the events as the code has them", () => {
  const page = source("docs/seller-api.md")
  const rows = [...page.matchAll(/^\| `([a-z_]+(?:\.[a-z_]+)?)` +\| (.+?) +\| (.+?) +\|$/gm)].map(
    ([, type, when, data]) => [type!, when!.trim(), data!.trim()],
  )
  const told = Object.entries(EVENTS).map(([type, { when, data }]) => [
    type,
    when,
    data.map((name) => `\`${name}\``).join(", "),
  ])
  expect(rows.filter(([type]) => type !== PING)).toEqual(told)
})
