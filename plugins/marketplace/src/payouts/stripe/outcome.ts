import Stripe from "stripe"
import type { CallOutcome } from "../provider/provider"

/**
 * Stripe says no with a 4xx: nothing was moved. No answer, a 5xx, a limit or a fight over the idempotency key says nothing
 * about the money, so nobody may conclude anything from it.
 */
export async function outcomeOf(call: () => Promise<{ id: string }>): Promise<CallOutcome> {
  try {
    return { kind: "done", reference: (await call()).id }
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    const message = error.message || error.type
    const certain =
      error.statusCode !== undefined &&
      error.statusCode >= 400 &&
      error.statusCode < 500 &&
      ![408, 409, 429].includes(error.statusCode) &&
      !(error instanceof Stripe.errors.StripeIdempotencyError)
    return certain ? { kind: "refused", code: error.code ?? error.type, message } : { kind: "unknown", message }
  }
}
