import Stripe from "stripe"
import type { StripeOptions } from "../provider/options"

/** Pinned: what the answers look like must not change under a running shop. */
export const STRIPE_API_VERSION = "2025-09-30.clover"

/** No retries of the library's own: an unanswered call is unknown, and looked up before it is made again. */
export function stripeClient({ apiKey, address, timeoutMs }: StripeOptions): Stripe {
  const url = address ? new URL(address) : null
  return new Stripe(apiKey, {
    apiVersion: STRIPE_API_VERSION,
    maxNetworkRetries: 0,
    timeout: timeoutMs,
    telemetry: false,
    ...(url
      ? {
          host: url.hostname,
          port: url.port || (url.protocol === "https:" ? 443 : 80),
          protocol: url.protocol === "https:" ? ("https" as const) : ("http" as const),
        }
      : {}),
  })
}
