import type { Stripe, StripeElements } from "@stripe/stripe-js"

export type PaymentStep =
  /** The card is confirmed: the order may be placed. */
  | { readonly kind: "placed" }
  /** Stripe marks the fields itself; the sentence sends there. */
  | { readonly kind: "fields"; readonly message?: string }
  /** The bank refused, or the shopper turned back: another card may be tried. */
  | { readonly kind: "refused"; readonly message?: string }

const CONFIRMED = new Set(["requires_capture", "succeeded", "processing"])

/**
 * Checks the fields, then confirms the payment; a bank that asks for more takes the shopper to its own page and back to
 * `returnUrl`. A payment that was confirmed before, in another tab, is confirmed.
 */
export async function paymentStep(stripe: Stripe, elements: StripeElements, returnUrl: string): Promise<PaymentStep> {
  const fields = await elements.submit()
  if (fields.error) return { kind: "fields" }
  const { error, paymentIntent } = await stripe.confirmPayment({
    elements,
    confirmParams: { return_url: returnUrl },
    redirect: "if_required",
  })
  const status = paymentIntent?.status ?? error?.payment_intent?.status
  if (status && CONFIRMED.has(status)) return { kind: "placed" }
  if (error?.type === "validation_error") return { kind: "fields" }
  // Stripe words what a shopper may know of a refusal, in the language of the page.
  return error?.type === "card_error" && error.message
    ? { kind: "refused", message: error.message }
    : { kind: "refused" }
}
