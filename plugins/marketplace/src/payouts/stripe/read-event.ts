import Stripe from "stripe"
import { GondolaError } from "@gondola/kit"
import type { MarketplaceErrorCode } from "../../errors"
import type { ProviderDispute } from "../chargebacks"
import type { EventFacts, ProviderEvent } from "../provider-events"
import { standingOf } from "./standing"

/** A signature older than this is a replay. */
const TOLERANCE_S = 300

/**
 * A message of Stripe, believed only with its signature over the very bytes that arrived.
 * @throws WEBHOOK_SIGNATURE forged, replayed, or not Stripe's at all
 */
export function readStripeEvent(message: {
  readonly body: Buffer
  readonly signature: string | undefined
  readonly secret: string
  readonly now: Date
}): ProviderEvent {
  const { body, signature, secret, now } = message
  let event: Stripe.Event
  try {
    event = Stripe.webhooks.constructEvent(body, signature ?? "", secret, TOLERANCE_S, undefined, now.getTime())
  } catch (error) {
    throw new GondolaError<MarketplaceErrorCode>("WEBHOOK_SIGNATURE", "This message is not signed by the provider", {
      cause: error,
    })
  }
  return providerEvent(event)
}

/** Cut down to what is acted upon. */
export function providerEvent(event: Stripe.Event): ProviderEvent {
  const object = event.data.object as { id?: string }
  return {
    id: event.id,
    type: event.type,
    account: event.account ?? null,
    objectId: object.id ?? null,
    createdAt: new Date(event.created * 1000),
    facts: factsOf(event),
  }
}

function factsOf(event: Stripe.Event): EventFacts {
  switch (event.type) {
    case "account.updated":
      return { kind: "account", standing: standingOf(event.data.object) }
    case "payout.paid":
    case "payout.failed":
    case "payout.canceled": {
      const payoutId = event.data.object.metadata?.gondola_payout
      if (!payoutId) return { kind: "other" }
      const message = event.type === "payout.paid" ? "paid" : "failed"
      const reason = event.data.object.failure_message ?? event.data.object.failure_code
      return { kind: "bank", payoutId, message, reason: reason ?? null }
    }
    case "charge.dispute.created":
    case "charge.dispute.updated":
    case "charge.dispute.closed":
    case "charge.dispute.funds_withdrawn":
    case "charge.dispute.funds_reinstated":
      return { kind: "dispute", dispute: disputeOf(event.data.object) }
    default:
      return { kind: "other" }
  }
}

const idOf = (of: string | { readonly id: string } | null): string | null =>
  typeof of === "string" ? of : (of?.id ?? null)

/** While a bank only asks («warning_…») nothing was withdrawn. */
function disputeOf(dispute: Stripe.Dispute): ProviderDispute {
  const { status } = dispute
  const asked = status.startsWith("warning_") || status === "prevented"
  return {
    id: dispute.id,
    payment: idOf(dispute.payment_intent),
    amount: dispute.amount,
    currency: dispute.currency.toUpperCase(),
    fee: (dispute.balance_transactions ?? []).reduce((a, each) => a + each.fee, 0),
    outcome: asked ? "ASKED" : status === "won" ? "WON" : status === "lost" ? "LOST" : "OPEN",
  }
}
