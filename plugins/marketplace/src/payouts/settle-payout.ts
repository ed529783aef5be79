import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Cents, clockOf } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"
import { type PaidOut, paidJournal, payoutKey, returnJournal, transferJournal } from "./journals"
import { isBooked, mayBecome, type PayoutState, releasesClaims } from "./state"
import type { PayoutRow } from "./store/rows"
import { tellSeller } from "./tell-seller"
import { claimJournal } from "./write-plans"

export interface Settlement {
  readonly to: PayoutState
  /** Who says so: a person, the provider, the machine. */
  readonly actor: string
  readonly detail?: string
  /** Columns that came with the news. */
  readonly facts?: Partial<
    Pick<PayoutRow, "reference" | "bank_reference" | "reversal_reference" | "problem_code" | "problem">
  >
  readonly nextAttemptAt?: Date | null
}

/**
 * Moves a payout to its next state, with everything that belongs to it in one transaction: ledger, claims, event, letter.
 * A step that is not allowed from where the payout stands changes nothing: news may be late, doubled or out of order.
 * @returns whether it moved
 */
export function settlePayout(
  container: MedusaContainer,
  payoutId: string,
  settlement: Settlement,
  given?: Knex.Transaction,
): Promise<boolean> {
  const work = async (trx: Knex.Transaction): Promise<boolean> => {
    const row = (await trx("marketplace_payout").where("id", payoutId).forUpdate().first()) as PayoutRow | undefined
    if (!row || !mayBecome(row.state, settlement.to)) return false
    const now = clockOf(container).now()
    await book(container, trx, { row, to: settlement.to, now })
    await trx("marketplace_payout")
      .where("id", payoutId)
      .update({
        ...settlement.facts,
        state: settlement.to,
        unresolved_since: null,
        attempts: 0,
        next_attempt_at: settlement.nextAttemptAt ?? null,
        ...(settlement.to === "TRANSFERRED" && !row.transferred_at ? { transferred_at: now } : {}),
        ...(settlement.to === "PAID" ? { paid_at: now, transferred_at: row.transferred_at ?? now } : {}),
        ...(settlement.to === "REFUSED" || settlement.to === "RETURNED" ? { closed_at: now } : {}),
      })
    await trx("marketplace_payout_event").insert({
      payout_id: payoutId,
      from_state: row.state,
      to_state: settlement.to,
      actor: settlement.actor,
      detail: settlement.detail ?? null,
      at: now,
    })
    await tellSeller(container, trx, { row, to: settlement.to, detail: settlement.detail ?? null })
    return true
  }
  return given ? work(given) : knexOf(container).transaction(work)
}

const LEFT = new Set<PayoutState>(["TRANSFERRED", "BANKING", "IN_TRANSIT", "PAID"])

async function book(
  container: MedusaContainer,
  trx: Knex.Transaction,
  { row, to, now }: { row: PayoutRow; to: PayoutState; now: Date },
): Promise<void> {
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  const paid: PaidOut = {
    payoutId: row.id,
    sellerId: row.seller_id,
    amount: Number(row.amount) as Cents,
    currency: row.currency,
    at: now,
  }
  if (releasesClaims(to)) {
    await trx("marketplace_payout_claim").where("payout_id", row.id).update({ released_at: now })
    return
  }
  if (LEFT.has(to) && !isBooked(row.state)) {
    await ledger.post([transferJournal(paid)], trx)
    await claimJournal(trx, payoutKey(row.id), row.id)
  }
  if (to === "PAID") await ledger.post([paidJournal(paid)], trx)
  // The money that came back is a new entry, free for the next payout; the old claims stay where they are.
  if (to === "RETURNED") await ledger.post([returnJournal(paid, row.paid_at !== null)], trx)
}
