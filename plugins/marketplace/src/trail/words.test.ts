import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { PAYOUT_STATES } from "../payouts/state"
import { MOVES, SELLER_STATES } from "../sellers/states"

const ROOT = join(__dirname, "../../../..")
const source = (path: string): string => readFileSync(join(ROOT, path), "utf8")

const FOLDERS = ["marketplace", "store-returns", "sponsored-placement", "searchandising"].map(
  (plugin) => `plugins/${plugin}/src`,
)

/** The members of a union of strings, read where it is written. */
function unionOf(path: string, name: string): string[] {
  const [, union = ""] = new RegExp(`type ${name} =([^\\n]*(?:\\n  \\|[^\\n]*)*)`).exec(source(path)) ?? []
  const members = [...union.matchAll(/"(\w+)"/g)].map(([, member]) => member!.toLowerCase())
  if (members.length === 0) throw new Error(`${path} has no union ${name} as this reads it`)
  return members
}

const events = unionOf("plugins/marketplace/src/orders/order-events.ts", "OrderEventKind")
const counter = unionOf("plugins/store-returns/src/trail/trail.ts", "TrailAction")
const news = unionOf("plugins/marketplace/src/disputes/tell-dispute.ts", "DisputeNews")
const payouts = PAYOUT_STATES.map((state) => state.toLowerCase())

/** Kinds that are put together, with all that they can become. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  "seller.${move}": Object.keys(MOVES),
  "dispute.${news.toLowerCase()}": news,
  "payout.${settlement.to.toLowerCase()}": payouts,
  "order.${EVENT[row.kind].toLowerCase()}": events,
  "plan.${deed}": ["created", "updated"],
  "commission_rule.${change.action}": ["created", "updated", "moved", "deleted"],
}
/** The same where a register tells its own events in SQL. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  "seller.": SELLER_STATES,
  "order.": events,
  "payout.": payouts,
  "return.": counter,
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sources(path)
    return /\.ts$/.test(entry.name) && !/\.(test|spec|scenarios?)\.ts$/.test(entry.name) ? [path] : []
  })
}

/** The SQL of every register that the trail quotes. */
const registers = (): string[] =>
  FOLDERS.flatMap(sources)
    .map(source)
    .filter((text) => text.includes("addTrailSource({"))
    .flatMap((text) => [...text.matchAll(/sql: `(select '[^`]+)`/g)].map(([, sql]) => sql!))

function everyKind(): string[] {
  const kinds = new Set<string>()
  for (const path of FOLDERS.flatMap(sources)) {
    const text = source(path)
    if (!/recordAct|action:/.test(text)) continue
    for (const line of text.split("\n").filter((each) => /\baction\b.*[:=]/.test(each))) {
      for (const [, kind] of line.matchAll(/"([a-z_-]+\.[a-z_-]+)"/g)) kinds.add(kind!)
      for (const [, template] of line.matchAll(/action: `([^`]+)`/g)) {
        const ends = TEMPLATES[template!]
        if (!ends) throw new Error(`${path} makes the act kind ${template}: tell this test what it can become`)
        for (const end of ends) kinds.add(`${template!.split(".")[0]}.${end}`)
      }
    }
  }
  for (const sql of registers()) {
    for (const [, kind] of sql.matchAll(/'([a-z_]+\.[a-z_]+)'/g)) kinds.add(kind!)
    for (const [, prefix] of sql.matchAll(/'([a-z_]+\.)' \|\|/g)) {
      const ends = TOLD[prefix!]
      if (!ends) throw new Error(`a register tells ${prefix}…: tell this test what it can become`)
      for (const end of ends) kinds.add(`${prefix}${end}`)
    }
  }
  return [...kinds].sort()
}

describe("the words of the audit trail", () => {
  it.each(["fr", "en"])("has a sentence for every kind of act, in %s", (language) => {
    const { acts, actAreas, trailSources } = JSON.parse(source(`admin/src/i18n/${language}/trail.json`)) as Record<
      string,
      Record<string, string>
    >
    const missing = everyKind().filter((kind) => !acts![kind.replace(".", "__")])
    expect(missing).toEqual([])
    expect(everyKind().filter((kind) => !actAreas![kind.split(".")[0]!])).toEqual([])
    expect(everyKind().length).toBeGreaterThan(90)
    const quoted = registers().flatMap((sql) => /^select '([^']+)'/.exec(sql)?.[1] ?? [])
    expect(quoted.length).toBeGreaterThan(8)
    expect(quoted.filter((each) => !trailSources![each])).toEqual([])
  })

  it.each(["fr", "en"])("names what every mail is about, in %s", (language) => {
    const { mailAreas } = JSON.parse(source(`admin/src/i18n/${language}/trail.json`)) as Record<
      string,
      Record<string, string>
    >
    const areas = FOLDERS.flatMap(sources)
      .map(source)
      .filter((text) => /notif|Letter/.test(text))
      .flatMap((text) => [...text.matchAll(/\bkind: [^\n]*?["`]([a-z-]+)\./g)].map(([, area]) => area!))
    expect(new Set(areas).size).toBeGreaterThan(15)
    expect([...new Set(areas)].filter((area) => !mailAreas![area])).toEqual([])
  })
})
