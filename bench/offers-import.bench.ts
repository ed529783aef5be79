// A seller hands in a file of 20,000 offers in the portal: how fast it goes in, and how long the portal lets others wait
// meanwhile. Then that seller's list at 20,000 offers: pages, filters, one edit, a hundred at once, all in the background.
// The API is a process of its own, as it is for people. --offers N for a shorter run.
import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { createServer, type AddressInfo } from "node:net"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { ExecArgs } from "@medusajs/framework/types"
import { cents } from "@gondola/kit"
import { createCatalogueProducts, openThreeSellers, withCheckDigit } from "@gondola/marketplace"
import { timingOf, type Timing } from "./percentiles"

const OFFERS = 20_000
const BAR_PER_SECOND = 60
const BAR_P95_MS = 300
const CONDITIONS = ["NEW", "REFURBISHED", "USED_LIKE_NEW", "USED_GOOD"]
const root = join(__dirname, "..")
const numberOf = (args: readonly string[]): number =>
  args.includes("--offers") ? Number(args[args.indexOf("--offers") + 1]) : OFFERS
const gtin = (n: number): string => withCheckDigit(`376${String(n).padStart(9, "0")}`)

/** The catalogue that the file is about: an article for every four offers. */
export default async function prepare({ container, args }: ExecArgs): Promise<void> {
  const shop = await openThreeSellers(container)
  const articles = Math.ceil(numberOf(args) / CONDITIONS.length)
  await createCatalogueProducts(
    container,
    Array.from({ length: articles }, (_, n) => ({
      title: { fr: `Tasse modèle ${n}`, en: `Mug model ${n}` },
      description: { fr: "Une tasse.", en: "A mug." },
      brand: `Potier ${n % 40}`,
      images: ["/pictures/mug.svg"],
      categories: ["tasses"],
      safety: { manufacturer: "Potier", manufacturerContact: "a@b.example", euResponsible: null, warnings: [] },
      variants: [{ sku: `M-${n}`, gtins: [gtin(n + 1000)], price: cents(1500), stock: 3 }],
    })),
  )
  console.log(JSON.stringify({ email: shop.emailA, password: shop.password }))
}

async function measure(args: readonly string[], signIn: { email: string; password: string }): Promise<boolean> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), "gondola-offers-"))
  const api = await startApi(port, folder)
  try {
    const result = await walk(`http://localhost:${port}`, numberOf(args), signIn)
    const passed = result.perSecond >= BAR_PER_SECOND && result.portal.p95 <= BAR_P95_MS
    const bars = { perSecond: BAR_PER_SECOND, portalP95Ms: BAR_P95_MS }
    if (args.includes("--json")) console.log(JSON.stringify({ bench: "offers-import", bars, passed, ...result }))
    else tell(result, passed)
    return passed
  } finally {
    api.kill("SIGTERM")
    rmSync(folder, { recursive: true, force: true })
  }
}

async function walk(url: string, offers: number, signIn: { email: string; password: string }) {
  let token = ""
  const ask = async <T>(query: string, variables: object = {}): Promise<T> => {
    const answer = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await answer.json()) as { data: T; errors?: unknown }
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }
  const rooms = await ask<{ signIn: { rooms: { room: string; token: string }[] } }>(
    `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { rooms { room token } } }`,
    signIn,
  )
  token = rooms.signIn.rooms.find(({ room }) => room === "SELLER")!.token

  const file = ["sku;ean;prix;stock;etat"]
  for (let n = 0; n < offers; n += 1) {
    const article = Math.floor(n / CONDITIONS.length)
    file.push(`S-${n};${gtin(article + 1000)};${10 + (n % 90)},${10 + (n % 90)};${n % 30};${CONDITIONS[n % 4]}`)
  }
  const sent = await fetch(`${url}/portal/imports?name=offers.csv`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/octet-stream" },
    body: file.join("\n"),
  })
  const { id } = (await sent.json()) as { id: string }
  const from = Date.now()
  const { startImport } = await ask<{ startImport: { id: string } }>(
    `mutation ($id: ID!) { startImport(uploadId: $id, newState: ACTIVE, mapping: [
      { field: "sku", column: "sku" }, { field: "gtin", column: "ean" }, { field: "price", column: "prix" },
      { field: "stock", column: "stock" }, { field: "condition", column: "etat" }]) { id } }`,
    { id },
  )
  const run = await follow(ask, startImport.id, LIST)
  const seconds = (Date.now() - from) / 1000

  const timed = async (query: string, times: number): Promise<Timing> => {
    const durations: number[] = []
    for (let time = 0; time < times; time += 1) durations.push(await ms(() => ask(query.replace("$n", String(time)))))
    return timingOf(durations)
  }
  const last = Math.ceil(offers / 25)
  const page = (more: string) => `{ sellerOffers(${more}) { total items { sku offer { id inStock } } } }`
  const lists = {
    firstPage: await timed(page("page: 1"), 20),
    lastPage: await timed(page(`page: ${last}`), 20),
    search: await timed(page(`search: "S-1$n"`), 20),
    outOfStock: await timed(page("stock: OUT_OF_STOCK"), 20),
    byPrice: await timed(page("sort: PRICE_DOWN, page: 40"), 20),
  }
  const { sellerOffers } = await ask<{ sellerOffers: { items: { offer: { id: string } }[] } }>(
    `{ sellerOffers(pageSize: 100) { items { offer { id } } } }`,
  )
  const ids = sellerOffers.items.map(({ offer }) => offer.id)
  const bulk = (query: string, variables: object) =>
    ask<{ bulkEditOffers: { changed: number; run: { id: string } | null } }>(query, variables)
  const EDIT = `mutation ($ids: [ID!], $change: BulkChangeInput!) { bulkEditOffers(ids: $ids, change: $change) { changed run { id } } }`
  const one: number[] = []
  for (let n = 0; n < 20; n += 1) one.push(await ms(() => bulk(EDIT, { ids: [ids[n]], change: { stock: 7 + n } })))
  const hundred = await ms(() => bulk(EDIT, { ids, change: { pricePercent: 5 } }))
  const began = Date.now()
  const all = await bulk(EDIT, { change: { pricePercent: 3 } })
  const during = all.bulkEditOffers.run ? await follow(ask, all.bulkEditOffers.run.id, LIST) : null
  return {
    offers,
    created: run.created,
    perSecond: Math.round((run.created / seconds) * 10) / 10,
    portal: run.waits,
    lists,
    oneEdit: timingOf(one),
    hundredMs: Math.round(hundred),
    allPerSecond: Math.round((offers / (Date.now() - began)) * 1000),
    portalDuringAll: during?.waits ?? null,
  }
}

type Ask = <T>(query: string, variables?: object) => Promise<T>

/** What people look at meanwhile, one page after the other. */
const LIST = [
  `{ sellerOffers(page: 3) { total items { sku winsBuyBox offer { id state inStock price { amount } } } } }`,
  `{ sellerOrders { total items { id } } }`,
  `{ sellerDashboard { activeOffers toShip } }`,
  `{ product(handle: "tasse-modele-7") { title variants { offers { id price { amount } } } } }`,
]

async function follow(ask: Ask, id: string, pages: readonly string[]) {
  const waits: number[] = []
  for (let turn = 0; ; turn += 1) {
    waits.push(await ms(() => ask(pages[turn % pages.length]!)))
    if (turn % 10 === 0) {
      const { importRun } = await ask<{ importRun: { state: string; created: number; updated: number } }>(
        `query ($id: ID!) { importRun(id: $id) { state created updated } }`,
        { id },
      )
      if (importRun.state === "failed") throw new Error("The import failed")
      if (importRun.state === "done") return { ...importRun, waits: timingOf(waits) }
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function ms(run: () => Promise<unknown>): Promise<number> {
  const from = process.hrtime.bigint()
  await run()
  return Number(process.hrtime.bigint() - from) / 1e6
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject)
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

function startApi(port: number, folder: string): Promise<ChildProcess> {
  const medusa = join(root, "node_modules/@medusajs/cli/cli.js")
  const child = spawn(process.execPath, [medusa, "start"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...quiet,
      PORT: String(port),
      GONDOLA_DATA_DIR: folder,
      GONDOLA_SECRET: randomBytes(32).toString("hex"),
    },
  })
  const until = Date.now() + 120_000
  return new Promise((resolve, reject) => {
    const look = () =>
      void fetch(`http://localhost:${port}/health`)
        .then((answer) => (answer.ok ? resolve(child) : again()))
        .catch(again)
    const again = () =>
      Date.now() > until
        ? (child.kill("SIGKILL"), reject(new Error("The API did not start")))
        : void setTimeout(look, 500)
    look()
  })
}

function tell(result: Awaited<ReturnType<typeof walk>>, passed: boolean): void {
  const line = (what: string, t: Timing) =>
    console.log(`${what.padEnd(44)} p50 ${t.p50.toFixed(0)} ms  p95 ${t.p95.toFixed(0)} ms  max ${t.max.toFixed(0)} ms`)
  console.log(`import of ${result.offers} offers: ${result.created} created, ${result.perSecond}/s`)
  line("the portal meanwhile", result.portal)
  for (const [name, timing] of Object.entries(result.lists)) line(`list of ${result.offers}: ${name}`, timing)
  line("one offer changed", result.oneEdit)
  console.log(
    `100 prices at once: ${result.hundredMs} ms; all ${result.offers} in the background: ${result.allPerSecond}/s`,
  )
  if (result.portalDuringAll) line("the portal meanwhile", result.portalDuringAll)
  console.log(`${passed ? "passed" : "MISSED"}: ≥ ${BAR_PER_SECOND} offers/s, portal p95 ≤ ${BAR_P95_MS} ms`)
}

const quiet = { ...process.env, LOG_LEVEL: "error", MEDUSA_DISABLE_TELEMETRY: "1" }

async function main(): Promise<void> {
  const run = (args: string[]) =>
    spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"], env: quiet, encoding: "utf8" })
  const medusa = join(root, "node_modules/@medusajs/cli/cli.js")
  const args = process.argv.slice(2)
  const migrated = run([medusa, "db:migrate", "--execute-safe-links", "--execute-safe-search"])
  const prepared = migrated.status === 0 ? run([join(root, "src/boot/exec.cjs"), __filename, ...args]) : migrated
  if (prepared.status !== 0) throw new Error(prepared.stdout)
  const signIn = prepared.stdout.split("\n").find((text) => text.startsWith('{"email"'))
  process.exitCode = (await measure(args, JSON.parse(signIn ?? "{}") as { email: string; password: string })) ? 0 : 1
}

if (require.main === module) void main()
