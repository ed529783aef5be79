import { ledgerOnly } from "../../payouts/provider/ledger-only"
import { parsePayoutOptions, type StripeOptions } from "../../payouts/provider/options"
import type { PayoutProvider } from "../../payouts/provider/provider"
import { stripeConnect } from "../../payouts/stripe/stripe-connect"

/** Holds the one way of paying out that the options name; it has no rows of its own. */
export default class PayoutProviderService {
  /** In one object: Medusa wraps every function that it finds on a service. */
  readonly parts: {
    readonly provider: PayoutProvider
    readonly stripe: StripeOptions | null
    readonly portalUrl?: string
  }

  constructor(_cradle: object, given: unknown) {
    const { stripe = null, portalUrl } = parsePayoutOptions(given)
    this.parts = { provider: stripe ? stripeConnect(stripe) : ledgerOnly, stripe, ...(portalUrl ? { portalUrl } : {}) }
  }
}
