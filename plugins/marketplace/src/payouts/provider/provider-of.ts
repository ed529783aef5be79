import type { MedusaContainer } from "@medusajs/framework/types"
import type PayoutProviderService from "../../modules/payout-provider/service"
import type { StripeOptions } from "./options"
import type { PayoutProvider } from "./provider"

/** Registered by a test that brings its own. */
export const PAYOUT_PROVIDER = "gondolaPayoutProvider"

interface Parts {
  readonly provider: PayoutProvider
  readonly stripe: StripeOptions | null
  /** Where a seller comes back to from the provider's pages. */
  readonly portalUrl?: string
}

const partsOf = (container: Pick<MedusaContainer, "resolve">): Parts =>
  (container.resolve(PAYOUT_PROVIDER, { allowUnregistered: true }) as Parts | undefined) ??
  container.resolve<PayoutProviderService>("payout_provider").parts

export const payoutProviderOf = (container: Pick<MedusaContainer, "resolve">): PayoutProvider =>
  partsOf(container).provider

/** Medusa's id of the provider that shoppers pay through. */
export const paymentProviderOf = (container: Pick<MedusaContainer, "resolve">): string =>
  partsOf(container).stripe?.publishableKey ? "pp_stripe_stripe" : "pp_system_default"

/** Null where Stripe is not configured. */
export const stripeOptionsOf = (container: Pick<MedusaContainer, "resolve">): StripeOptions | null =>
  partsOf(container).stripe

export const portalUrlOf = (container: Pick<MedusaContainer, "resolve">): string =>
  partsOf(container).portalUrl ?? "http://localhost:7000"
