import { z } from "zod"

const stripe = z.object({
  apiKey: z.string().min(8),
  /** Of the endpoint that listens to events of connected accounts. */
  webhookSecret: z.string().min(8).optional(),
  /** With it, shoppers pay by card; without, only payouts go through Stripe. */
  publishableKey: z.string().min(8).optional(),
  /** Another address than Stripe's own: stripe-mock, or a recording. */
  address: z.url().optional(),
  /** How long one call may take before its outcome counts as unknown. */
  timeoutMs: z.number().int().positive().default(20_000),
})

const schema = z.object({
  stripe: stripe.optional(),
  /** Where a seller comes back to from the provider's pages. */
  portalUrl: z.string().optional(),
})

export type StripeOptions = z.output<typeof stripe>
export type PayoutOptions = z.output<typeof schema>

/** @throws Error in one line, at start */
export function parsePayoutOptions(given: unknown): PayoutOptions {
  const result = schema.safeParse(given ?? {})
  if (result.success) return result.data
  const why = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")
  throw new Error(`@gondola/marketplace: ${why}`)
}
