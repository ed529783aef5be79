import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { clockOf, cutPoint } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { applyStanding } from "./accounts"
import { bookChargeback, type ProviderDispute } from "./chargebacks"
import type { AccountStanding } from "./provider/provider"
import { settlePayout } from "./settle-payout"
import { afterBankMessage } from "./state"
import type { PayoutRow } from "./store/rows"

/** A message of the provider, cut down to what is acted upon: no names, no numbers of accounts. */
export interface ProviderEvent {
  readonly id: string
  readonly type: string
  readonly account: string | null
  readonly objectId: string | null
  readonly createdAt: Date
  readonly facts: EventFacts
}

export type EventFacts =
  | {
      readonly kind: "bank"
      readonly payoutId: string
      readonly message: "paid" | "failed"
      readonly reason: string | null
    }
  | { readonly kind: "account"; readonly standing: AccountStanding }
  | { readonly kind: "dispute"; readonly dispute: ProviderDispute }
  | { readonly kind: "other" }

const MOST_ATTEMPTS = 20

/** Keeps the message first: what was answered with 200 is never lost. @returns false when it was here before */
export async function receiveProviderEvent(container: MedusaContainer, event: ProviderEvent): Promise<boolean> {
  const rows = await knexOf(container)("marketplace_provider_event")
    .insert({
      id: event.id,
      type: event.type,
      account: event.account,
      object_id: event.objectId,
      facts: JSON.stringify(event.facts),
      created_at: event.createdAt,
      received_at: clockOf(container).now(),
    })
    .onConflict("id")
    .ignore()
    .returning("id")
  await cutPoint(container, "event.received")
  return rows.length > 0
}

interface EventRow {
  id: string
  facts: EventFacts
  account: string | null
  object_id: string | null
  created_at: Date
}

/** Works off what was received; one that fails is logged and tried again. @returns how many were worked off */
export async function processProviderEvents(container: MedusaContainer): Promise<number> {
  const knex = knexOf(container)
  const rows = (await knex("marketplace_provider_event")
    .whereNull("processed_at")
    .where("attempts", "<", MOST_ATTEMPTS)
    .orderBy([{ column: "created_at" }, { column: "id" }])
    .limit(200)) as EventRow[]
  let done = 0
  for (const row of rows) {
    try {
      const outcome = await apply(container, row)
      await cutPoint(container, "event.applied")
      await knex("marketplace_provider_event")
        .where("id", row.id)
        .update({ processed_at: clockOf(container).now(), outcome })
      done += 1
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Message ${row.id} waits: ${reason}`)
      await knex("marketplace_provider_event").where("id", row.id).increment("attempts", 1)
    }
  }
  return done
}

/** Applied twice it changes nothing the second time. */
async function apply(container: MedusaContainer, row: EventRow): Promise<string> {
  const { facts } = row
  if (facts.kind === "other") return "ignored"
  if (facts.kind === "dispute") return bookChargeback(container, facts.dispute, new Date(row.created_at))
  if (facts.kind === "account")
    return row.account && (await applyStanding(container, row.account, facts.standing, row.created_at))
      ? "applied"
      : "older than known"
  const payout = (await knexOf(container)("marketplace_payout").where("id", facts.payoutId).first()) as
    PayoutRow | undefined
  // An account may have payouts that are none of ours; and nobody may speak for another's.
  if (!payout || payout.account_token !== row.account) return "not ours"
  // The answer to our own call was lost and the news overtook the look-up: settle that first.
  if (payout.state === "SENDING" || payout.state === "CLAIMED") throw new Error("its transfer is not settled yet")
  const to = afterBankMessage(payout.state, facts.message)
  if (!to) return "changes nothing"
  await settlePayout(container, payout.id, {
    to,
    actor: "stripe",
    detail: row.id,
    facts: {
      ...(row.object_id ? { bank_reference: row.object_id } : {}),
      ...(facts.message === "failed" ? { problem_code: "BANK", problem: facts.reason } : {}),
    },
    ...(to === "RETURNING" ? { nextAttemptAt: clockOf(container).now() } : {}),
  })
  return "applied"
}
