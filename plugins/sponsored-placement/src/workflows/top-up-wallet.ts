import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { clockOf, micros, notFound } from "@gondola/kit"
import { LEDGER_MODULE, type Journal, type LedgerModuleService } from "@gondola/ledger"
import { findAdvertiser } from "../advertisers/advertiser-rows"
import { sponsoredError } from "../errors"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"

export interface TopUp {
  readonly advertiserId: string
  readonly amountMicros: number
  /** The caller's: the same key books once. */
  readonly idempotencyKey: string
}

const LEAST = 1_000_000
const MOST = 100_000_000_000

/** Ledger and balance move in one transaction; there is nothing to compensate, for nothing follows. */
const bookTopUpStep = createStep("book-top-up", async (input: TopUp, { container }) => {
  const { db, live } = sponsoredOf(container)
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  if (!Number.isSafeInteger(input.amountMicros) || input.amountMicros < LEAST || input.amountMicros > MOST)
    throw sponsoredError("TOP_UP_AMOUNT", "A top-up goes from 1 to 100,000 euros")
  if (!/^[\w:.-]{1,100}$/.test(input.idempotencyKey))
    throw sponsoredError("TOP_UP_AMOUNT", "The idempotency key is 1 to 100 letters, digits or - _ : .")
  const advertiser = await findAdvertiser(db, { id: input.advertiserId })
  if (!advertiser) throw notFound("This advertiser")
  const journal: Journal = {
    businessKey: `ad_top_up:${advertiser.id}:${input.idempotencyKey}`,
    document: { type: "ad_top_up", id: input.idempotencyKey },
    currency: advertiser.currency,
    occurredAt: clockOf(container).now(),
    entries: [
      {
        account: "provider_clearing",
        party: null,
        kind: "ad_top_up",
        amount: micros(input.amountMicros),
        description: `Top-up of ${advertiser.name}`,
      },
      {
        account: "advertising_wallet",
        party: advertiser.id,
        kind: "ad_top_up",
        amount: micros(-input.amountMicros),
        description: "Top-up",
      },
    ],
  }
  await db.transaction(async (trx) => {
    const booked = await ledger.post([journal], trx)
    if (booked.length === 0) return
    await trx("sponsored_advertiser").where({ id: advertiser.id }).increment("balance_micros", input.amountMicros)
    await trx("sponsored_version").where({ id: 1 }).increment("n", 1)
  })
  live.invalidate()
  return new StepResponse(advertiser.id)
})

/** Prepaid money into the wallet. @throws TOP_UP_AMOUNT | NOT_FOUND | LEDGER_KEY_REUSED */
export const topUpWalletWorkflow = createWorkflow(
  "top-up-wallet",
  (input: TopUp) => new WorkflowResponse(bookTopUpStep(input)),
)
