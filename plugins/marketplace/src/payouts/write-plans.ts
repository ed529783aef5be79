import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LedgerModuleService } from "@gondola/ledger"
import { reserveJournal } from "./journals"
import type { PayoutPlan } from "./plan-payout"
import type { PayoutProvider } from "./provider/provider"
import type { PayoutAccountRow, PayoutRunRow } from "./store/rows"
import type { Payables } from "./store/read-payables"

export interface Planned {
  readonly payables: Payables
  readonly plan: PayoutPlan
}

export interface PlanShell {
  readonly trx: Knex.Transaction
  readonly ledger: LedgerModuleService
  readonly provider: PayoutProvider
  readonly run: PayoutRunRow
  readonly accounts: ReadonlyMap<string, PayoutAccountRow>
  readonly now: Date
}

/** Writes what was decided for some sellers: payouts with their claims, reserve movements, and why others got nothing. */
export async function writePlans(shell: PlanShell, planned: readonly Planned[]) {
  const { trx, provider, run, now } = shell
  const payouts: object[] = []
  const events: object[] = []
  const notes: object[] = []
  const claims: { entry: string[]; payout: string[]; amount: number[] } = { entry: [], payout: [], amount: [] }
  const reserves: { payoutId: string; planned: Planned; amount: number }[] = []
  let carried = 0
  for (const each of planned) {
    const { plan, payables } = each
    const { sellerId, currency } = payables
    if (plan.kind !== "pay") {
      if (plan.kind === "carry" && plan.why === "NOTHING") continue
      if (plan.kind === "carry") carried += 1
      const outcome = plan.kind === "blocked" ? "BLOCKED" : plan.why
      const reasons = JSON.stringify(plan.kind === "blocked" ? plan.reasons : [])
      notes.push({ run_id: run.id, seller_id: sellerId, currency, outcome, reasons, amount: plan.available })
      if (plan.kind === "carry" && plan.fromReserve > 0) await drawReserve(shell, payables, plan.fromReserve)
      continue
    }
    const id = generateEntityId(undefined, "pout")
    const account = shell.accounts.get(sellerId)
    const state = provider.listed ? "TO_PAY" : "CLAIMED"
    payouts.push({
      id,
      business_key: `${run.id}:${sellerId}:${currency}`,
      run_id: run.id,
      seller_id: sellerId,
      currency,
      amount: plan.amount,
      reserve_moved: plan.reserve,
      entries: plan.claimed.length,
      provider: provider.id,
      account_token: account?.token ?? null,
      last4: account?.last4 ?? null,
      state,
      next_attempt_at: provider.listed ? null : now,
      created_at: now,
    })
    events.push({ payout_id: id, from_state: null, to_state: state, actor: run.started_by, at: now })
    const amounts = new Map(payables.entries.map((entry) => [entry.id, entry.amount]))
    for (const entry of plan.claimed) {
      claims.entry.push(entry)
      claims.payout.push(id)
      claims.amount.push(amounts.get(entry)!)
    }
    if (plan.reserve !== 0) reserves.push({ payoutId: id, planned: each, amount: plan.reserve })
  }
  if (notes.length > 0) await trx("marketplace_payout_run_note").insert(notes)
  if (payouts.length > 0) {
    await trx("marketplace_payout").insert(payouts)
    await trx("marketplace_payout_event").insert(events)
    await trx.raw(
      `insert into marketplace_payout_claim (entry_id, payout_id, amount)
       select * from unnest(?::bigint[], ?::text[], ?::bigint[])`,
      [claims.entry, claims.payout, claims.amount],
    )
  }
  for (const { payoutId, planned: each, amount } of reserves) await moveReserve(shell, each, { payoutId, amount })
  return { payouts: payouts.length, carried, blocked: notes.length - carried }
}

/** The reserve moves together with the payout that fills or empties it, and is claimed by it. */
async function moveReserve(
  { trx, ledger, now }: PlanShell,
  { payables }: Planned,
  { payoutId, amount }: { payoutId: string; amount: number },
): Promise<void> {
  const key = `reserve:${payoutId}`
  const document = { type: "payout", id: payoutId }
  const { sellerId, currency } = payables
  await ledger.post([reserveJournal({ key, document, sellerId, amount: amount as never, currency, at: now })], trx)
  await claimJournal(trx, key, payoutId)
}

/** A debt takes from the reserve what is there; the entry stays unclaimed and is netted with the debt later. */
async function drawReserve({ trx, ledger, run, now }: PlanShell, payables: Payables, amount: number): Promise<void> {
  const { sellerId, currency } = payables
  const key = `reserve-draw:${run.id}:${sellerId}:${currency}`
  const document = { type: "payout_run", id: run.id }
  await ledger.post([reserveJournal({ key, document, sellerId, amount: -amount as never, currency, at: now })], trx)
}

/** Puts the seller's side of a journal into a payout, so that the claims of a booked payout add up to zero. */
export async function claimJournal(trx: Knex.Transaction, businessKey: string, payoutId: string): Promise<void> {
  await trx.raw(
    `insert into marketplace_payout_claim (entry_id, payout_id, amount)
     select e.id, :payout, -e.amount from ledger_entry e join ledger_journal j on j.id = e.journal_id
     where j.business_key = :key and e.account = 'seller_payable'
     on conflict (entry_id, payout_id) do nothing`,
    { payout: payoutId, key: businessKey },
  )
}
