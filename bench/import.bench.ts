// The import pipeline (parse, map, validate, write, checkpoint) beside its peer on the same machine in the same run:
// Medusa's createProductsWorkflow in batches of 100 with its stock levels, given drafts that are mapped already. Turn by
// turn, so that noise meets both. Then what reads the result: the product page and the index.
// --file FILE takes an Icecat file; without it 1,600 made-up articles of the same size are imported.
import { spawnSync } from "node:child_process"
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { createGunzip } from "node:zlib"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createInventoryLevelsWorkflow, createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { readProducts, type RetailerSetup, runImport, setUpRetailer, withCheckDigit } from "@gondola/marketplace"
import { timingOf, type Timing } from "./percentiles"

const ROUND = 400
const ROUNDS = 3
const BAR_PER_SECOND = 80
const BAR_PAGE_MS = 60

const root = join(__dirname, "..")

export default async function measure({ container, args }: ExecArgs): Promise<void> {
  const setup = await setUpRetailer(container, RETAILER)
  const lines = await linesOf(args[args.indexOf("--file") + 1], args.includes("--file"))
  const folder = mkdtempSync(join(tmpdir(), "gondola-bench-"))
  const ours: number[] = []
  const theirs: number[] = []
  const again: number[] = []
  let records = 0
  for (let from = 0; from < lines.length; from += ROUND) {
    const part = lines.slice(from, from + ROUND)
    const file = join(folder, `${from}.jsonl`)
    writeFileSync(file, part.join("\n"))
    const run = () => runImport(container, { file, format: "icecat" })
    // The first round only warms up.
    const first = await seconds(run)
    const second = await seconds(run)
    const peer = await seconds(() => throughWorkflow(container, setup, part))
    if (from === 0) continue
    records += part.length
    ours.push(first)
    again.push(second)
    theirs.push(peer)
  }
  rmSync(folder, { recursive: true })
  const rate = (durations: readonly number[]) => Math.round(records / durations.reduce((a, b) => a + b, 0))
  const reading = await readingTimes(container)
  const result = {
    records,
    perSecond: rate(ours),
    peerPerSecond: rate(theirs),
    unchangedPerSecond: rate(again),
    ...reading,
  }
  const passed = result.perSecond >= BAR_PER_SECOND && result.page.p95 <= BAR_PAGE_MS
  if (args.includes("--json"))
    console.log(
      JSON.stringify({
        bench: "import",
        bars: { perSecond: BAR_PER_SECOND, pageP95Ms: BAR_PAGE_MS },
        passed,
        ...result,
      }),
    )
  else {
    console.log(`import, ${records} articles   ${result.perSecond}/s`)
    console.log(`the same again, unchanged    ${result.unchangedPerSecond}/s`)
    console.log(`peer: createProductsWorkflow ${result.peerPerSecond}/s`)
    show("one product, as its page reads it", result.page)
    show("a hundred products, as the index reads them", result.batch)
    console.log(`${passed ? "passed" : "MISSED"}: ≥ ${BAR_PER_SECOND} articles/s, p95 of a product ≤ ${BAR_PAGE_MS} ms`)
  }
  process.exitCode = passed ? 0 : 1
}

async function readingTimes(container: MedusaContainer): Promise<{ page: Timing; batch: Timing }> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const ids = (await knex("marketplace_product_sheet")
    .orderByRaw("md5(product_id)")
    .limit(300)
    .pluck("product_id")) as string[]
  const page: number[] = []
  const batch: number[] = []
  for (const id of ids) page.push(1000 * (await seconds(() => readProducts(container, [id]))))
  for (let from = 0; from < 20; from += 1)
    batch.push(1000 * (await seconds(() => readProducts(container, ids.slice(from * 10, from * 10 + 100)))))
  return { page: timingOf(page), batch: timingOf(batch) }
}

async function throughWorkflow(
  container: MedusaContainer,
  setup: RetailerSetup,
  lines: readonly string[],
): Promise<void> {
  for (let from = 0; from < lines.length; from += 100) {
    const articles = lines.slice(from, from + 100).map((line) => JSON.parse(line) as Record<string, string>)
    const { result } = await createProductsWorkflow(container).run({
      input: {
        products: articles.map((article) => ({
          title: article.title!,
          handle: `peer-${article.id}`,
          description: article.short_description,
          status: "published" as const,
          images: [{ url: String(article.img_500x500) }],
          shipping_profile_id: setup.shippingProfileId,
          sales_channels: [{ id: setup.salesChannelId }],
          options: [{ title: "Modèle", values: ["Unique"] }],
          variants: [
            {
              title: "Unique",
              sku: `PEER-${article.id}`,
              options: { Modèle: "Unique" },
              manage_inventory: true,
              prices: [{ amount: Number(article.price) / 100, currency_code: "eur" }],
            },
          ],
        })),
      },
    })
    const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const items = (await knex("product_variant_inventory_item")
      .whereIn(
        "variant_id",
        result.flatMap((product) => product.variants.map((variant) => variant.id)),
      )
      .pluck("inventory_item_id")) as string[]
    await createInventoryLevelsWorkflow(container).run({
      input: {
        inventory_levels: items.map((id) => ({
          inventory_item_id: id,
          location_id: setup.stockLocationId,
          stocked_quantity: 20,
        })),
      },
    })
  }
}

async function linesOf(file: string | undefined, given: boolean): Promise<string[]> {
  const wanted = ROUND * (ROUNDS + 1)
  if (!given || !file) return Array.from({ length: wanted }, (_, index) => JSON.stringify(madeUp(index)))
  const raw = createReadStream(file)
  const lines: string[] = []
  for await (const line of createInterface({ input: file.endsWith(".gz") ? raw.pipe(createGunzip()) : raw })) {
    if (lines.push(line) === wanted) break
  }
  raw.destroy()
  return lines
}

/** As many attributes and as much text as an average sheet of the Icecat catalogue. */
function madeUp(index: number): object {
  const attributes = Array.from({ length: 19 }, (_, at) => [
    `attr_${at % 3 ? "t" : "n"}_property_${at}`,
    at % 3 ? `value ${(index * at) % 17}` : (index * at) % 1000,
  ])
  return {
    id: `B${index}`,
    title: `Maker ${index % 40} USB cable model ${index}, ${1 + (index % 5)} m, shielded, black`,
    name: `MODEL-${index}`,
    ean: [withCheckDigit(`29${String(index).padStart(10, "0")}`)],
    short_description: "A cable between two devices, shielded against noise. ".repeat(3),
    supplier: `Maker ${index % 40}`,
    price: 500 + (index % 9000),
    img_500x500: `http://images.example/${index}.jpg`,
    date_released: "2020-01-01T00:00:00Z",
    ...Object.fromEntries(attributes),
  }
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const from = process.hrtime.bigint()
  await run()
  return Number(process.hrtime.bigint() - from) / 1e9
}

const show = (what: string, t: Timing) =>
  console.log(
    `${what}\n  p50 ${t.p50.toFixed(1)} ms  p95 ${t.p95.toFixed(1)} ms  max ${t.max.toFixed(1)} ms (${t.count} times)`,
  )

const RETAILER = {
  name: "Bench",
  countryCode: "fr" as const,
  trader: {
    legalName: "Bench SAS",
    street: "1 rue du Banc",
    postalCode: "69001",
    city: "Lyon",
    email: "bench@example.com",
    phone: "+33 4 72 00 00 00",
    registrationNumber: "73282932000074",
    vatNumber: null,
  },
}

function main(): void {
  const run = (args: string[], quiet: boolean) =>
    spawnSync(process.execPath, args, {
      cwd: root,
      stdio: quiet ? ["ignore", "ignore", "inherit"] : "inherit",
      env: { ...process.env, LOG_LEVEL: "error", MEDUSA_DISABLE_TELEMETRY: "1" },
    }).status ?? 1
  const medusa = join(root, "node_modules/@medusajs/cli/cli.js")
  const migrated = run([medusa, "db:migrate", "--execute-safe-links", "--execute-safe-search"], true)
  process.exitCode = migrated || run([join(root, "src/boot/exec.cjs"), __filename, ...process.argv.slice(2)], false)
}

if (require.main === module) main()
