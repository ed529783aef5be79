// The close of a month for 5,000 sellers with 40 lines each (20 credits, 20 fees with their VAT): every invoice and
// statement with numbers, seals, trail and letters; files are made later by their own job. Then every check of the audit on
// that book. Beside it, on the same rows in the same run: one seller after the other as one would write it first, on a
// sample.
import { createHash } from "node:crypto"
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { asValue } from "@medusajs/framework/awilix"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { CLOCK, cents } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { closeLastMonth, setUpRetailer } from "@gondola/marketplace"
import { auditChecks } from "../src/audit/checks"

const SELLERS = 5_000
const SALES = 20
const SAMPLE = 100
const BAR_S = 60

const root = join(__dirname, "..")

export default async function measure({ container, args }: ExecArgs): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Knex
  container.register({ [CLOCK]: asValue({ now: () => new Date("2026-12-01T11:00:00Z") }) })
  await openHouse(container)
  await fill(knex)
  const peer = await timed(() => sellerBySeller(container, knex))
  const close = await timed(async () => {
    const run = await closeLastMonth(container)
    if (run?.failures.length !== 0) throw new Error(`billing failed: ${JSON.stringify(run?.failures.slice(0, 3))}`)
  })
  const made = (await knex("ledger_document").groupBy("kind").orderBy("kind").select("kind").count("id as n")) as {
    kind: string
    n: string
  }[]
  await knex.raw("analyze")
  const checks: { name: string; s: number; findings: number; examined: number }[] = []
  for (const check of auditChecks()) {
    let found = { findings: 0, examined: 0 }
    const { s } = await timed(async () => {
      const { findings, examined } = await check.run(container)
      found = { findings: findings.length, examined }
    })
    checks.push({ name: check.name, s, ...found })
  }
  const auditS = checks.reduce((a, check) => a + check.s, 0)
  const documents = Object.fromEntries(made.map((row) => [row.kind, Number(row.n)]))
  const result = {
    sellers: SELLERS,
    lines: SELLERS * SALES * 2,
    documents,
    closeS: close.s,
    auditS,
    peerS: (peer.s * SELLERS) / SAMPLE,
    slowest: [...checks].sort((a, b) => b.s - a.s).slice(0, 5),
    findings: checks.filter((check) => check.findings > 0).map((check) => `${check.name}: ${check.findings}`),
  }
  const complete = documents.fee_invoice === SELLERS && documents.statement === SELLERS
  const passed = close.s <= BAR_S && auditS <= BAR_S && complete && result.findings.length === 0
  if (args.includes("--json"))
    console.log(JSON.stringify({ bench: "billing", bars: { closeS: BAR_S, auditS: BAR_S }, passed, ...result }))
  else {
    const say = (what: string, s: number) => console.log(`${what}\n  ${s.toFixed(1)} s`)
    say(`close: ${JSON.stringify(documents)} of ${result.lines} lines`, close.s)
    say(`peer: seller by seller through the ledger's lists (${SAMPLE} billed, reckoned up)`, result.peerS)
    say(`audit: ${checks.length} checks`, auditS)
    for (const check of result.slowest) console.log(`    ${check.s.toFixed(1)} s  ${check.name} (${check.examined})`)
    for (const finding of result.findings) console.log(`    ✗ ${finding}`)
    console.log(`${passed ? "passed" : "MISSED"}: close ≤ ${BAR_S} s, audit ≤ ${BAR_S} s and clean`)
  }
  process.exitCode = passed ? 0 : 1
}

/**
 * As one would write it first: the seller's entries by the ledger's list, the order behind each by a question of its own,
 * a number by counting, a row an entry. No seal, no trail, no letter. Taken back afterwards.
 */
async function sellerBySeller(container: MedusaContainer, knex: Knex): Promise<void> {
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  const sellers = (await knex("marketplace_seller").orderBy("id").limit(SAMPLE).select("*")) as { id: string }[]
  await knex.raw(`create table bench_invoice (id text primary key, number int unique, seller text, body jsonb);
    create table bench_invoice_line (invoice text, entry bigint unique)`)
  for (const seller of sellers) {
    const { rows } = await ledger.listEntries({ account: "seller_payable", party: seller.id }, { skip: 0, take: 1_000 })
    const lines: unknown[] = []
    for (const row of rows.filter((each) => each.kind.startsWith("service_"))) {
      const order = (await knex("marketplace_placed_order").where("order_id", row.orderId).first("number")) as object
      lines.push({ ...row, ...order })
    }
    const [count] = (await knex("bench_invoice").count("id as n")) as { n: string }[]
    const id = createHash("sha256").update(seller.id).digest("hex")
    await knex("bench_invoice").insert({
      id,
      number: Number(count!.n) + 1,
      seller: seller.id,
      body: JSON.stringify({ seller, lines }),
    })
    for (const row of rows) await knex("bench_invoice_line").insert({ invoice: id, entry: row.id })
  }
  await knex.raw(`drop table bench_invoice_line; drop table bench_invoice`)
}

async function openHouse(container: MedusaContainer): Promise<void> {
  await setUpRetailer(container, {
    name: "Maison",
    countryCode: "fr",
    trader: {
      legalName: "Maison SAS",
      street: "10 rue de la République",
      postalCode: "69001",
      city: "Lyon",
      email: "contact@maison.example",
      phone: "+33 4 72 00 00 00",
      registrationNumber: "73282932000074",
      vatNumber: "FR40303265045",
    },
    delivery: { standard: cents(500), express: cents(900) },
  })
}

/** 5,000 French sellers; 20 credits of 50.00 each in November and 20 fees of 6.25 with their VAT. */
async function fill(knex: Knex): Promise<void> {
  const params = { sellers: SELLERS, orders: SELLERS * SALES, then: new Date("2026-11-12T10:00:00Z") }
  const run = (sql: string) => knex.raw(sql, params)
  const seller = `'sel_' || lpad((n % :sellers::int + 1)::text, 6, '0')`
  await run(`insert into marketplace_seller (id, handle, name, state, legal_name, street, postal_code, city, country_code, email,
      phone, registration_number, self_certified, accepts_shop_returns, applied_at, state_changed_at)
    select 'sel_' || lpad(n::text, 6, '0'), 's' || n, 'Seller ' || n, 'active', 'Seller ' || n || ' SARL', '1 rue', '87000', 'Limoges',
      'fr', 's' || n || '@example.com', '+33', 'r' || n, true, true, :then::timestamptz, :then::timestamptz
    from generate_series(1, :sellers::int) n`)
  await run(`insert into ledger_journal (id, business_key, document_type, document_id, order_id, currency, occurred_at)
    select 'ljrn_' || n, 'bench:order_' || n, 'bench', 'order_' || n, 'order_' || n, 'EUR', :then::timestamptz
    from generate_series(1, :orders::int) n`)
  await knex.transaction(async (trx) => {
    await trx.raw(
      `insert into ledger_entry (journal_id, account, party, kind, amount, description, tax_code, occurred_at)
       select 'ljrn_' || n, x.account, case when x.account = 'seller_payable' then ${seller} end, x.kind, x.amount, 'bench', x.code,
         :then::timestamptz
       from generate_series(1, :orders::int) n cross join (values
         ('fee_revenue', 'manual_debit', 50000000::bigint, null), ('seller_payable', 'manual_credit', -50000000::bigint, null),
         ('seller_payable', 'service_fee', 6250000::bigint, null), ('seller_payable', 'service_vat', 1250000::bigint, null),
         ('fee_revenue', 'service_fee', -6250000::bigint, null), ('tax', 'service_vat', -1250000::bigint, 'FR:2000')
       ) x (account, kind, amount, code)`,
      params,
    )
  })
  await knex.raw("analyze")
}

async function timed(run: () => PromiseLike<unknown>): Promise<{ s: number }> {
  const from = process.hrtime.bigint()
  await run()
  return { s: Number(process.hrtime.bigint() - from) / 1e9 }
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
