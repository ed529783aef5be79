import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import { paymentProviderOf, stripeOptionsOf } from "../payouts/provider/provider-of"
import { prepareCart } from "./prepare-cart"

export interface BasketPayment {
  readonly provider: "SYSTEM" | "STRIPE"
  /** What the shopper's browser confirms the payment with, at Stripe. */
  readonly clientSecret: string | null
  readonly publishableKey: string | null
  /** Nothing is left to confirm. */
  readonly authorised: boolean
}

const CONFIRMED = new Set(["requires_capture", "succeeded"])

/**
 * Opens the payment of a basket that is complete: by card its secret for the browser, without a card provider nothing is
 * asked. Called again it answers with the same payment.
 * @throws NOT_FOUND | CART_INCOMPLETE | NOT_FOR_SALE
 */
export async function payBasket(container: MedusaContainer, cartId: string): Promise<BasketPayment> {
  await prepareCart(container, cartId)
  const wanted = paymentProviderOf(container)
  if (wanted === "pp_system_default")
    return { provider: "SYSTEM", clientSecret: null, publishableKey: null, authorised: true }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: ["id", "payment_collection.payment_sessions.*"],
    filters: { id: cartId },
  })
  const sessions = (data[0] as unknown as { payment_collection?: { payment_sessions?: Session[] } }).payment_collection
    ?.payment_sessions
  const session = sessions?.find((each) => each.provider_id === wanted)
  if (!session?.data.client_secret)
    throw marketplaceError("PAYMENT_REFUSED", "The payment could not be opened; try again in a moment")
  return {
    provider: "STRIPE",
    clientSecret: session.data.client_secret,
    publishableKey: stripeOptionsOf(container)?.publishableKey ?? null,
    authorised: CONFIRMED.has(session.data.status ?? ""),
  }
}

interface Session {
  readonly provider_id: string
  readonly data: { readonly client_secret?: string; readonly status?: string }
}

/** The basket behind a payment session; null for one that is not of a basket. */
export async function basketOfSession(container: MedusaContainer, sessionId: string): Promise<string | null> {
  const row = (await knexOf(container)("payment_session as s")
    .join("cart_payment_collection as c", "c.payment_collection_id", "s.payment_collection_id")
    .where("s.id", sessionId)
    .first("c.cart_id")) as { cart_id: string } | undefined
  return row?.cart_id ?? null
}
