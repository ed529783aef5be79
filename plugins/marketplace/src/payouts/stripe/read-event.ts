import Stripe from "stripe"
import { GondolaError } from "@gondola/kit"
import type { MarketplaceErrorCode } from "../../errors"
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
    default:
      return { kind: "other" }
  }
}
