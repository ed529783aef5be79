// A payout run of 5,000 sellers with 200,000 entries: deciding, claiming and writing every payout; then the operator marks all
// paid. Beside it, on the same rows in the same run: a loop that asks seller by seller as one would write it first, on a
// sample, and the least a database could do: one statement that sums what is payable.
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { asValue } from "@medusajs/framework/awilix"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { CLOCK } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { finishRuns, markPayoutsPaid, openManualRun, payoutClaimAudit } from "@gondola/marketplace"

const SELLERS = 5_000
const ENTRIES = 200_000
const SAMPLE = 100
const BAR_S = 60

const root = join(__dirname, "..")

export default async function measure({ container, args }: ExecArgs): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Knex
  const now = new Date("2026-12-01T11:00:00Z")
  container.register({ [CLOCK]: asValue({ now: () => now }) })
  await fill(knex, now)
  const bound = await timed(() => knex.raw(LOWER_BOUND))
  const naive = await timed(() => sellerBySeller(container, knex))
  const run = await timed(async () => {
    await openManualRun(container, { key: "bench", sellerId: null, by: "bench" })
    await finishRuns(container)
  })
  const [made] = (await knex("marketplace_payout").count("id as n").sum("entries as entries")) as {
    n: string
    entries: string
  }[]
  const paid = await timed(() => markAll(container, knex))
  const { findings } = await payoutClaimAudit.run(container)
  const total = run.s + paid.s
  const result = {
    sellers: SELLERS,
    entries: ENTRIES,
    payouts: Number(made?.n),
    claimed: Number(made?.entries),
    runS: run.s,
    paidS: paid.s,
    peerLoopS: (naive.s * SELLERS) / SAMPLE,
    lowerBoundS: bound.s,
    clean: findings.length === 0,
  }
  const passed = total <= BAR_S && result.clean && result.payouts === SELLERS && result.claimed === ENTRIES
  if (args.includes("--json"))
    console.log(JSON.stringify({ bench: "payouts", bars: { totalS: BAR_S }, passed, ...result }))
  else {
    const say = (what: string, s: number) => console.log(`${what}\n  ${s.toFixed(1)} s`)
    say(`run: decide, claim and write ${result.payouts} payouts of ${result.claimed} entries`, run.s)
    say("mark all of them paid: two journals and a letter each", paid.s)
    say(`peer: seller by seller through the ledger's lists (${SAMPLE} asked, reckoned up)`, result.peerLoopS)
    say("least: one statement that sums what is payable", bound.s)
    console.log(`${passed ? "passed" : "MISSED"}: run and marking ≤ ${BAR_S} s, claims clean`)
  }
  process.exitCode = passed ? 0 : 1
}

const LOWER_BOUND = `select e.party, -sum(e.amount) from ledger_entry e join ledger_journal j on j.id = e.journal_id
  left join marketplace_seller_order o on o.order_id = j.order_id and o.seller_id = e.party
  where e.account = 'seller_payable' and (o.id is null or o.state = 'DELIVERED') group by e.party`

/** As one would write it first: each seller's entries by the ledger's list, each order's parcels by a question of its own. */
async function sellerBySeller(container: MedusaContainer, knex: Knex): Promise<void> {
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  const sellers = (await knex("marketplace_seller").orderBy("id").limit(SAMPLE).pluck("id")) as string[]
  for (const id of sellers) {
    const account = { account: "seller_payable" as const, party: id }
    const { rows } = await ledger.listEntries(account, { skip: 0, take: 1_000 })
    for (const row of rows) {
      if (!row.orderId) continue
      const order = (await knex("marketplace_seller_order")
        .where({ order_id: row.orderId, seller_id: id })
        .first("id", "state")) as { id: string }
      await knex("marketplace_parcel").where("seller_order_id", order.id).max("delivered_at as at")
    }
  }
}

async function markAll(container: MedusaContainer, knex: Knex): Promise<void> {
  for (;;) {
    const ids = (await knex("marketplace_payout")
      .where("state", "TO_PAY")
      .orderBy("id")
      .limit(500)
      .pluck("id")) as string[]
    if (ids.length === 0) return
    await markPayoutsPaid(container, { ids, reference: "SEPA-BENCH", by: "bench" })
  }
}

/** 5,000 verified sellers with 20 delivered orders each: a sale and its commission, 40 entries a seller. */
async function fill(knex: Knex, now: Date): Promise<void> {
  const orders = ENTRIES / 2
  const params = { sellers: SELLERS, orders, then: new Date(now.getTime() - 30 * 86_400_000), now }
  const run = (sql: string) => knex.raw(sql, params)
  await run(`insert into marketplace_seller (id, handle, name, state, legal_name, street, postal_code, city, country_code, email,
      phone, registration_number, self_certified, accepts_shop_returns, applied_at, state_changed_at)
    select 'sel_' || lpad(n::text, 6, '0'), 's' || n, 'Seller ' || n, 'active', 'S', 's', '1', 'c', 'fr', 's' || n || '@example.com',
      '1', 'r' || n, true, true, :then::timestamptz, :then::timestamptz from generate_series(1, :sellers::int) n`)
  await run(`insert into marketplace_payout_account (seller_id, provider, bank_token, last4, country, state, updated_at)
    select id, 'ledger', 'bank_' || id, '0189', 'FR', 'VERIFIED', :now::timestamptz from marketplace_seller`)
  await run(`insert into marketplace_placed_order (order_id, number, currency, total, email, customer_name, placed_at)
    select 'order_' || n, n, 'EUR', 5000, 'c@example.com', 'C', :then::timestamptz from generate_series(1, :orders::int) n`)
  await run(`insert into marketplace_seller_order (id, order_id, seller_id, state, delivery_name, delivery_total, items_total, promised_by, placed_at)
    select 'so_' || n, 'order_' || n, 'sel_' || lpad((n % :sellers::int + 1)::text, 6, '0'), 'DELIVERED', 'Standard', 0, 5000,
      :then::timestamptz, :then::timestamptz from generate_series(1, :orders::int) n`)
  await run(`insert into marketplace_parcel (id, seller_order_id, order_id, state, carrier, tracking_number, prepared_at, shipped_at, delivered_at)
    select 'parcel_' || n, 'so_' || n, 'order_' || n, 'delivered', 'C', 'T', :then::timestamptz, :then::timestamptz, :then::timestamptz
    from generate_series(1, :orders::int) n`)
  await run(`insert into ledger_journal (id, business_key, document_type, document_id, order_id, currency, occurred_at)
    select 'ljrn_' || n, 'sale:order_' || n, 'order', 'order_' || n, 'order_' || n, 'EUR', :then::timestamptz
    from generate_series(1, :orders::int) n`)
  await knex.transaction(async (trx) => {
    // The balance of each journal is checked at the end of the transaction, row by row: so much for the filling only.
    await trx.raw(
      `insert into ledger_entry (journal_id, account, party, kind, amount, description, occurred_at)
       select 'ljrn_' || n, x.account, case when x.account = 'seller_payable' then 'sel_' || lpad((n % :sellers::int + 1)::text, 6, '0') end,
         x.kind, x.amount, 'bench', :then::timestamptz
       from generate_series(1, :orders::int) n cross join (values
         ('provider_clearing', 'order_amount', 50000000::bigint), ('seller_payable', 'order_amount', -50000000::bigint),
         ('seller_payable', 'commission_fee', 7500000::bigint), ('commission_revenue', 'commission_fee', -7500000::bigint)) x (account, kind, amount)`,
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
