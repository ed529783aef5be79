import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules, PaymentActions } from "@medusajs/framework/utils"
import { GondolaError, revived } from "@gondola/kit"
import { basketOfSession } from "../../orders/pay-basket"
import type Stripe from "stripe"
import { placeOrder } from "../../orders/place-order"
import { processProviderEvents, receiveProviderEvent } from "../../payouts/provider-events"
import { providerEvent } from "../../payouts/stripe/read-event"

/**
 * What the card provider tells about a payment, in place of Medusa's own handling: that one captures and completes without
 * our lock of the order. Here a message does what the shopper's own click does, through the one entry point, so that
 * whichever comes first, the same order results. An answer other than 200 is delivered again by the provider.
 */
export async function paymentMessage(
  req: MedusaRequest,
  res: MedusaResponse,
  _next: MedusaNextFunction,
): Promise<void> {
  const provider = req.path.split("/").at(-1) || req.originalUrl.split("?")[0]!.split("/").at(-1)!
  let told
  try {
    told = await req.scope.resolve(Modules.PAYMENT).getWebhookActionAndData({
      provider,
      payload: {
        data: req.body as Record<string, unknown>,
        rawData: (req as { rawBody?: Buffer }).rawBody as never,
        headers: req.headers,
      },
    })
  } catch {
    res.status(400).json({ code: "WEBHOOK_SIGNATURE", message: "This message is not signed by the provider" })
    return
  }
  // Its signature is the provider's, or it would not have been read.
  const event = req.body as Partial<Stripe.Event> | undefined
  if (event?.type?.startsWith("charge.dispute.")) return disputeMessage(req, res, event as Stripe.Event)
  const sessionId = told.data?.session_id
  const confirmed = told.action === PaymentActions.AUTHORIZED || told.action === PaymentActions.SUCCESSFUL
  const cartId = confirmed && sessionId ? await basketOfSession(req.scope, sessionId) : null
  if (!cartId) {
    res.status(200).json({ received: true })
    return
  }
  try {
    const { orderId } = await placeOrder(req.scope, cartId)
    res.status(200).json({ received: true, orderId })
  } catch (thrown) {
    const error = revived(thrown)
    const reason = error instanceof Error ? error.message : String(error)
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`Payment of basket ${cartId} brought no order: ${reason}`)
    // A refusal of ours will not change by itself: nothing is captured, the hold on the card expires. Another fault may pass.
    res.status(error instanceof GondolaError && error.code !== "ORDER_BUSY" ? 200 : 500).json({ received: true })
  }
}

/** The shopper's bank took the money back: kept before it is answered, worked off at once if that goes well. */
async function disputeMessage(req: MedusaRequest, res: MedusaResponse, event: Stripe.Event): Promise<void> {
  await receiveProviderEvent(req.scope, providerEvent(event))
  await processProviderEvents(req.scope).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`Messages of the provider wait: ${reason}`)
  })
  res.status(200).json({ received: true })
}
