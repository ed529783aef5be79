import StripeProviderService from "@medusajs/payment-stripe/dist/services/stripe-provider"
import { stripeClient } from "../../payouts/stripe/client"
import type { StripeOptions } from "../../payouts/provider/options"

/**
 * Medusa's own Stripe provider with the client of the payouts: the API version is pinned for both, and both can be pointed at
 * a recording. Cards are authorised at the checkout and captured at the order, so that a refusal costs the shopper nothing.
 */
export class StripePayment extends StripeProviderService {
  static override identifier = "stripe"

  constructor(cradle: Record<string, unknown>, options: StripeOptions) {
    super(cradle, { ...options, capture: false, automaticPaymentMethods: true })
    // Medusa's class types it with the library's version that it brings itself; the calls it makes are the same in both.
    Object.assign(this, { stripe_: stripeClient({ ...options, timeoutMs: options.timeoutMs ?? 20_000 }) })
  }
}
