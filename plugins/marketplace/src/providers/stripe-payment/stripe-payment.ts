import StripeProviderService from "@medusajs/payment-stripe/dist/services/stripe-provider"
import { getSmallestUnit } from "@medusajs/payment-stripe/dist/utils/get-smallest-unit"
import type { RefundPaymentInput, RefundPaymentOutput } from "@medusajs/framework/types"
import type Stripe from "stripe"
import { stripeClient } from "../../payouts/stripe/client"
import type { StripeOptions } from "../../payouts/provider/options"
import { refundMark } from "../../redress/refund-mark"

/**
 * Medusa's own Stripe provider with the client of the payouts: the API version is pinned for both, and both can be pointed at
 * a recording. Cards are authorised at the checkout and captured at the order, so that a refusal costs the shopper nothing.
 */
export class StripePayment extends StripeProviderService {
  static override identifier = "stripe"
  readonly #stripe: Stripe

  constructor(cradle: Record<string, unknown>, options: StripeOptions) {
    super(cradle, { ...options, capture: false, automaticPaymentMethods: true })
    this.#stripe = stripeClient({ ...options, timeoutMs: options.timeoutMs ?? 20_000 })
    // Medusa's class types it with the library's version that it brings itself; the calls it makes are the same in both.
    Object.assign(this, { stripe_: this.#stripe })
  }

  /** A refund that was asked for before, by whatever attempt, is found by its mark and not paid again. */
  override async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const mark = refundMark()
    const intent = input.data as { readonly id?: string; readonly currency?: string } | undefined
    if (!mark || !intent?.id || !intent.currency) return super.refundPayment(input)
    const known = await this.#stripe.refunds.list({ payment_intent: intent.id, limit: 100 })
    if (known.data.some((refund) => refund.metadata?.gondola_refund === mark && refund.status !== "failed"))
      return { data: input.data }
    await this.#stripe.refunds.create(
      {
        amount: getSmallestUnit(input.amount, intent.currency),
        payment_intent: intent.id,
        metadata: { gondola_refund: mark },
      },
      { idempotencyKey: `${mark}:${intent.id}` },
    )
    return { data: input.data }
  }
}
