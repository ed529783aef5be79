import {
  finishRuns,
  markPayoutFailed,
  markPayoutsPaid,
  openManualRun,
  registerBankAccount,
  verifyPayoutAccount,
} from "@gondola/marketplace"
import type { House } from "./open-house"
import type { Stage } from "./stage"

/** The specimen number of the French standard: nobody's account. */
const IBAN = "FR76 3000 6000 0112 3456 7890 189"
const BY = "demo"

const SHORT_TERMS = `mutation {
  savePayoutTerms(input: {
    schedule: { kind: WEEKLY, weekday: 1 }, minimum: 500, holdDays: 5, presumeDays: 30, reserveTarget: 0
  }) { holdDays }
}`

interface Waiting {
  readonly payouts: { readonly items: readonly { readonly id: string }[] }
}

/**
 * The oldest sales were paid out, one payout came back and stands on the list again; one account waits to be verified, and
 * fresh sales wait for their return window.
 */
export async function showPayouts(stage: Stage, house: House): Promise<void> {
  const { container } = stage
  stage.daysAgo(9)
  const { payoutAccounts } = await stage.ask<{ payoutAccounts: { items: { sellerId: string; sellerName: string }[] } }>(
    house.operator,
    "{ payoutAccounts(pageSize: 50) { items { sellerId sellerName } } }",
  )
  const [unverified, ...others] = payoutAccounts.items.map(({ sellerId }) => sellerId).reverse()
  for (const sellerId of [...others, ...(unverified ? [unverified] : [])])
    await registerBankAccount(container, sellerId, IBAN)
  for (const sellerId of others)
    await verifyPayoutAccount(container, { sellerId, accepted: true, reason: null, by: BY })
  // A small house pays small sums soon; with the usual terms the demonstration would be too young to have paid anybody.
  await stage.ask(house.operator, SHORT_TERMS)
  stage.daysAgo(8)
  await run(stage, "demo-first")
  const first = await waiting(stage, house)
  if (first.length > 0) {
    stage.daysAgo(7)
    await markPayoutsPaid(container, { ids: first, reference: "SEPA-DEMO-1", by: BY })
    stage.daysAgo(5)
    await markPayoutFailed(container, { id: first[0]!, reason: "Compte clos", by: BY })
  }
  stage.daysAgo(0)
  await run(stage, "demo-second")
  stage.tell("payouts are made")
}

async function run({ container }: Stage, key: string): Promise<void> {
  await openManualRun(container, { key, sellerId: null, by: BY })
  await finishRuns(container)
}

async function waiting(stage: Stage, house: House): Promise<string[]> {
  const { payouts } = await stage.ask<Waiting>(
    house.operator,
    "{ payouts(state: TO_PAY, pageSize: 50) { items { id } } }",
  )
  return payouts.items.map(({ id }) => id)
}
