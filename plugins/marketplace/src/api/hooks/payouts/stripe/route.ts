import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { clockOf, GondolaError } from "@gondola/kit"
import { processProviderEvents, receiveProviderEvent } from "../../../../payouts/provider-events"
import { stripeOptionsOf } from "../../../../payouts/provider/provider-of"
import { readStripeEvent } from "../../../../payouts/stripe/read-event"

/** Where Stripe tells of accounts and bank payouts. It is kept before it is answered, and worked off at once if that goes well. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const secret = stripeOptionsOf(req.scope)?.webhookSecret
  if (!secret) {
    res.status(404).json({ code: "NOT_FOUND", message: "No payment provider is connected" })
    return
  }
  try {
    const event = readStripeEvent({
      body: rawBody(req),
      signature: header(req, "stripe-signature"),
      secret,
      now: clockOf(req.scope).now(),
    })
    await receiveProviderEvent(req.scope, event)
  } catch (error) {
    if (!(error instanceof GondolaError)) throw error
    res.status(400).json({ code: error.code, message: error.message })
    return
  }
  await processProviderEvents(req.scope).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`Messages of the provider wait: ${reason}`)
  })
  res.status(200).json({ received: true })
}

function rawBody(req: MedusaRequest): Buffer {
  const raw = (req as { rawBody?: unknown }).rawBody
  return Buffer.isBuffer(raw) ? raw : Buffer.from(typeof raw === "string" ? raw : "")
}

function header(req: MedusaRequest, name: string): string | undefined {
  const value = req.headers[name]
  return Array.isArray(value) ? value[0] : value
}
