import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { clockOf, notFound } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { optionTerms } from "./delivery-options"
import { ensurePaymentSession, type PayableCart } from "./ensure-payment-session"
import { lineOrigins } from "./line-origins"
import { assertPurchasable } from "./purchasable"

interface CheckoutCart extends PayableCart {
  readonly email: string | null
  readonly metadata: Record<string, unknown> | null
  readonly customer_id: string | null
  readonly shipping_address: { id: string; address_1?: string | null; country_code?: string | null } | null
  readonly items: readonly { readonly id: string; readonly title: string; readonly variant_id: string }[]
  readonly shipping_methods: readonly { readonly shipping_option_id: string | null }[]
}

/** Stamped on the cart, from where Medusa copies it to the order: finds an order whose completion died half-way. */
export interface CheckoutStamp {
  readonly cart_id: string
  readonly placed_at: string
}

/**
 * Refuses a cart that cannot become an order and gives it a payment session where the storefront made none.
 * @throws NOT_FOUND | CART_INCOMPLETE | NOT_FOR_SALE
 */
export async function prepareCart(container: MedusaContainer, cartId: string): Promise<void> {
  const cart = await checkoutCart(container, cartId)
  const [delivers] = await Promise.all([
    everyTraderDelivers(container, cart),
    assertPurchasable(
      container,
      cart.items.map((item) => item.variant_id),
    ),
  ])
  const missing = [
    cart.items.length === 0 && "an article",
    !cart.email && "an e-mail address",
    !cart.shipping_address?.address_1 && "a delivery address",
    !delivers && "a delivery of every trader",
  ].filter(Boolean)
  if (missing.length > 0) throw marketplaceError("CART_INCOMPLETE", `The basket still needs ${missing.join(", ")}`)
  const stamp: CheckoutStamp = { cart_id: cartId, placed_at: clockOf(container).now().toISOString() }
  const metadata = { ...cart.metadata, gondola: { ...stamp } }
  await Promise.all([
    container.resolve(Modules.CART).updateCarts([{ id: cartId, metadata }]),
    ensurePaymentSession(container, cart),
  ])
}

async function everyTraderDelivers(container: MedusaContainer, cart: CheckoutCart): Promise<boolean> {
  const [origins, terms] = await Promise.all([
    lineOrigins(
      container,
      cart.items.map((item) => item.variant_id),
    ),
    optionTerms(
      container,
      cart.shipping_methods.flatMap((method) => method.shipping_option_id ?? []),
    ),
  ])
  const chosen = new Set([...terms.values()].map((term) => term.profileId))
  return [...origins.values()].every((origin) => origin.profileId !== null && chosen.has(origin.profileId))
}

async function checkoutCart(container: MedusaContainer, cartId: string): Promise<CheckoutCart> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: [
      "id",
      "email",
      "total",
      "metadata",
      "customer_id",
      "shipping_address.*",
      "items.id",
      "items.title",
      "items.variant_id",
      "shipping_methods.shipping_option_id",
      "payment_collection.id",
      "payment_collection.amount",
      "payment_collection.payment_sessions.id",
      "payment_collection.payment_sessions.status",
      "payment_collection.payment_sessions.provider_id",
    ],
    filters: { id: cartId },
  })
  if (!data[0]) throw notFound("This basket")
  return data[0] as unknown as CheckoutCart
}
