import type { MedusaContainer } from "@medusajs/framework/types"
import { saidVariant } from "./variant-title"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Micros, micros, notFound } from "@gondola/kit"
import type { CheckoutStamp } from "./prepare-cart"

/** A Medusa order as it was placed, amounts exact. */
export interface MedusaOrder {
  readonly id: string
  readonly number: number
  readonly currency: string
  readonly total: Micros
  readonly captured: Micros
  readonly email: string
  readonly customerId: string | null
  readonly customerName: string
  readonly cartId: string | null
  readonly placedAt: Date
  readonly lines: readonly {
    readonly id: string
    readonly productId: string
    readonly variantId: string
    readonly title: string
    readonly variantTitle: string | null
    readonly sku: string | null
    readonly quantity: number
    readonly unitPrice: Micros
    readonly total: Micros
    /** VAT that Medusa applied, in basis points. */
    readonly vatBps: number
  }[]
  readonly deliveries: readonly {
    readonly name: string
    readonly optionId: string | null
    readonly total: Micros
    readonly vatBps: number
  }[]
}

/** Fractions of a micro come from Medusa's division of included tax; they are dust of the conversion. */
const microsOfDecimal = (decimal: number): Micros => micros(Math.round(Number(decimal) * 1e6))

export async function readMedusaOrder(container: MedusaContainer, orderId: string): Promise<MedusaOrder> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "id",
      "display_id",
      "currency_code",
      "email",
      "customer_id",
      "created_at",
      "metadata",
      "total",
      "shipping_address.first_name",
      "shipping_address.last_name",
      "items.*",
      "items.tax_lines.rate",
      "shipping_methods.*",
      "shipping_methods.tax_lines.rate",
      "payment_collections.payments.captures.amount",
    ],
    filters: { id: orderId },
  })
  const order = data[0] as unknown as RawOrder | undefined
  if (!order) throw notFound("This order")
  const stamp = order.metadata?.gondola as CheckoutStamp | undefined
  const captures = order.payment_collections
    .flatMap((collection) => collection?.payments ?? [])
    .flatMap((payment) => payment?.captures ?? [])
  return {
    id: order.id,
    number: order.display_id,
    currency: order.currency_code.toUpperCase(),
    total: microsOfDecimal(order.total),
    captured: micros(captures.reduce<number>((a, capture) => a + microsOfDecimal(capture.amount), 0)),
    email: (order.email ?? "").toLowerCase(),
    customerId: order.customer_id,
    customerName: [order.shipping_address?.first_name, order.shipping_address?.last_name].filter(Boolean).join(" "),
    cartId: stamp?.cart_id ?? null,
    placedAt: new Date(stamp?.placed_at ?? order.created_at),
    lines: order.items.map((item) => ({
      id: item.id,
      productId: item.product_id,
      variantId: item.variant_id,
      title: item.product_title ?? item.title,
      variantTitle: saidVariant(item.variant_title),
      sku: item.variant_sku,
      quantity: Number(item.quantity),
      unitPrice: microsOfDecimal(item.unit_price),
      total: microsOfDecimal(item.total),
      vatBps: vatBpsOf(item.tax_lines),
    })),
    deliveries: order.shipping_methods.map((method) => ({
      name: method.name,
      optionId: method.shipping_option_id,
      total: microsOfDecimal(method.total),
      vatBps: vatBpsOf(method.tax_lines),
    })),
  }
}

const vatBpsOf = (lines: readonly { rate: number }[] | null | undefined): number =>
  Math.round((lines ?? []).reduce((a, line) => a + Number(line.rate), 0) * 100)

interface RawOrder {
  id: string
  display_id: number
  currency_code: string
  email: string | null
  customer_id: string | null
  created_at: string
  metadata: Record<string, unknown> | null
  total: number
  shipping_address: { first_name?: string | null; last_name?: string | null } | null
  items: {
    id: string
    product_id: string
    variant_id: string
    title: string
    product_title: string | null
    variant_title: string | null
    variant_sku: string | null
    quantity: number
    unit_price: number
    total: number
    tax_lines?: { rate: number }[] | null
  }[]
  shipping_methods: {
    name: string
    shipping_option_id: string | null
    total: number
    tax_lines?: { rate: number }[] | null
  }[]
  payment_collections: { payments?: { captures?: { amount: number }[] }[] }[]
}
