import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Cents, clockOf, cutPoint } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { CallingProvider, CallOutcome, TransferOrder } from "./provider/provider"
import { payoutProviderOf } from "./provider/provider-of"
import { settlePayout } from "./settle-payout"
import type { PayoutRow } from "./store/rows"

const MINUTE_MS = 60_000

/** How long a worker has for its call; then somebody else looks the outcome up. */
const LEASE_MS = 5 * MINUTE_MS

/** Waits after the first, second… unanswered call. */
const BACK_OFF_MS = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE_MS)

const AT_ONCE = 8
const PORTION = 64

/** Steps of a payout from its intent to the bank, where a provider is called. @returns how many were looked at */
export async function advancePayouts(container: MedusaContainer): Promise<number> {
  const provider = payoutProviderOf(container)
  if (provider.listed) return 0
  let looked = 0
  for (;;) {
    const leased = await lease(container)
    if (leased.length === 0) return looked
    looked += leased.length
    await cutPoint(container, "payout.leased")
    for (let at = 0; at < leased.length; at += AT_ONCE)
      await Promise.all(leased.slice(at, at + AT_ONCE).map((row) => advanceOne(container, provider, row)))
  }
}

/** Takes what is due and writes down, before anything is asked, that it is being asked. */
async function lease(container: MedusaContainer): Promise<PayoutRow[]> {
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const { rows } = (await knex.raw(
    `with due as (
       select id, state from marketplace_payout
       where state in ('CLAIMED', 'SENDING', 'TRANSFERRED', 'BANKING', 'RETURNING') and next_attempt_at <= :now
       order by next_attempt_at, id limit :limit for update skip locked)
     update marketplace_payout p set
       state = case due.state when 'CLAIMED' then 'SENDING' when 'TRANSFERRED' then 'BANKING' else due.state end,
       attempts = p.attempts + 1,
       next_attempt_at = :until
     from due where p.id = due.id returning p.*`,
    { now, until: new Date(now.getTime() + LEASE_MS), limit: PORTION },
  )) as { rows: PayoutRow[] }
  return rows
}

async function advanceOne(container: MedusaContainer, provider: CallingProvider, row: PayoutRow): Promise<void> {
  try {
    if (row.state === "SENDING") await send(container, provider, row)
    else if (row.state === "BANKING") await bank(container, provider, row)
    else if (row.state === "RETURNING") await takeBack(container, provider, row)
  } catch (error) {
    // Ours, not the provider's: the lease runs out, and the outcome is looked up then.
    const reason = error instanceof Error ? error.message : String(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`Payout ${row.id} is not settled yet: ${reason}`)
    await unresolved(container, row, reason)
  }
}

const orderOf = (row: PayoutRow): TransferOrder => ({
  payoutId: row.id,
  accountToken: row.account_token ?? "",
  amount: Number(row.amount) as Cents,
  currency: row.currency,
})

const actor = (provider: CallingProvider): string => provider.id

async function send(container: MedusaContainer, provider: CallingProvider, row: PayoutRow): Promise<void> {
  const known = row.attempts > 1 ? await provider.findTransfer(row.id) : null
  const outcome: CallOutcome = known ? { kind: "done", reference: known } : await provider.transfer(orderOf(row))
  await cutPoint(container, "payout.transfer.answered")
  if (outcome.kind === "unknown") return unresolved(container, row, outcome.message)
  if (outcome.kind === "refused") {
    await settlePayout(container, row.id, {
      to: "REFUSED",
      actor: actor(provider),
      detail: outcome.message,
      facts: { problem_code: outcome.code, problem: outcome.message },
    })
    return
  }
  await settlePayout(container, row.id, {
    to: "TRANSFERRED",
    actor: actor(provider),
    detail: outcome.reference,
    facts: { reference: outcome.reference },
    nextAttemptAt: clockOf(container).now(),
  })
  await cutPoint(container, "payout.transferred")
}

async function bank(container: MedusaContainer, provider: CallingProvider, row: PayoutRow): Promise<void> {
  const known = row.attempts > 1 ? await provider.findBankPayout(orderOf(row)) : null
  const outcome: CallOutcome = known ? { kind: "done", reference: known } : await provider.payToBank(orderOf(row))
  await cutPoint(container, "payout.bank.answered")
  // Refused mostly means that the transfer has not arrived there yet: the money is safe, ask again later.
  if (outcome.kind !== "done") return unresolved(container, row, outcome.message)
  await settlePayout(container, row.id, {
    to: "IN_TRANSIT",
    actor: actor(provider),
    detail: outcome.reference,
    facts: { bank_reference: outcome.reference, problem_code: null, problem: null },
  })
  await cutPoint(container, "payout.in-transit")
}

async function takeBack(container: MedusaContainer, provider: CallingProvider, row: PayoutRow): Promise<void> {
  if (!row.reference) throw new Error("came back from the bank without a transfer that is known")
  const known = row.attempts > 1 ? await provider.findReversal(row.reference) : null
  const outcome: CallOutcome = known
    ? { kind: "done", reference: known }
    : await provider.takeBack(orderOf(row), row.reference)
  await cutPoint(container, "payout.reversal.answered")
  if (outcome.kind !== "done") return unresolved(container, row, outcome.message)
  await settlePayout(container, row.id, {
    to: "RETURNED",
    actor: actor(provider),
    detail: outcome.reference,
    facts: { reversal_reference: outcome.reference },
  })
  await cutPoint(container, "payout.returned")
}

/** Nobody knows: the claim stays, the operator sees it, and the outcome is looked up later and later. */
async function unresolved(container: MedusaContainer, row: PayoutRow, message: string): Promise<void> {
  const now = clockOf(container).now()
  const wait = BACK_OFF_MS[Math.min(row.attempts, BACK_OFF_MS.length) - 1] ?? MINUTE_MS
  await knexOf(container)("marketplace_payout")
    .where({ id: row.id, state: row.state })
    .update({
      unresolved_since: row.unresolved_since ?? now,
      problem: message.slice(0, 500),
      next_attempt_at: new Date(now.getTime() + wait),
    })
}
