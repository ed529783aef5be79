import type { MedusaContainer } from "@medusajs/framework/types"
import { saidVariant } from "./variant-title"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Cents, cents, centsOfDecimal, sum } from "@gondola/kit"
import { availableUnits } from "./available-units"
import { type DeliveryOption, deliveryOptions } from "./delivery-options"
import { type LineOrigin, lineOrigins } from "./line-origins"

export interface BasketLine {
  readonly id: string
  readonly origin: LineOrigin
  readonly title: string
  readonly variantTitle: string | null
  readonly quantity: number
  readonly unitPrice: Cents
  readonly total: Cents
  readonly available: number
}

export interface BasketGroup {
  /** Null: the retailer. */
  readonly sellerId: string | null
  readonly lines: readonly BasketLine[]
  readonly deliveryOptions: readonly DeliveryOption[]
  readonly chosenDeliveryId: string | null
  readonly itemsTotal: Cents
}

export interface Basket {
  readonly cartId: string
  readonly currency: string
  readonly email: string | null
  readonly groups: readonly BasketGroup[]
  readonly itemsTotal: Cents
  readonly deliveryTotal: Cents
  readonly taxTotal: Cents
  readonly total: Cents
  readonly itemCount: number
  readonly readyToPlace: boolean
}

/** Null for an unknown basket and for one that became an order. */
export async function readBasket(container: MedusaContainer, cartId: string): Promise<Basket | null> {
  const cart = await readCart(container, cartId)
  if (!cart || cart.completed_at) return null
  const variantIds = cart.items.map((item) => item.variant_id)
  const [origins, available] = await Promise.all([
    lineOrigins(container, variantIds),
    availableUnits(container, cart.sales_channel_id, variantIds),
  ])
  const lines = cart.items.flatMap((item): BasketLine[] => {
    const origin = origins.get(item.variant_id)
    if (!origin) return []
    return [
      {
        id: item.id,
        origin,
        title: item.product_title ?? item.title,
        variantTitle: saidVariant(item.variant_title),
        quantity: Number(item.quantity),
        unitPrice: centsOfDecimal(Number(item.unit_price)),
        total: centsOfDecimal(Number(item.total)),
        available: available.get(item.variant_id) ?? 0,
      },
    ]
  })
  const options = await deliveryOptions(
    container,
    lines.flatMap((line) => line.origin.profileId ?? []),
    cart.currency_code,
  )
  const groups = groupLines(
    lines,
    options,
    cart.shipping_methods.flatMap((method) => method.shipping_option_id ?? []),
  )
  return {
    cartId,
    currency: cart.currency_code.toUpperCase(),
    email: cart.email,
    groups,
    itemsTotal: sum(lines.map((line) => line.total)),
    deliveryTotal: centsOfDecimal(Number(cart.shipping_total ?? 0)),
    taxTotal: centsOfDecimal(Number(cart.tax_total ?? 0)),
    total: centsOfDecimal(Number(cart.total ?? 0)),
    itemCount: lines.reduce((a, line) => a + line.quantity, 0),
    readyToPlace:
      lines.length > 0 &&
      Boolean(cart.email && cart.shipping_address?.address_1) &&
      groups.every((group) => group.chosenDeliveryId !== null) &&
      lines.every((line) => line.quantity <= line.available),
  }
}

function groupLines(
  lines: readonly BasketLine[],
  options: readonly DeliveryOption[],
  chosen: readonly string[],
): BasketGroup[] {
  // The retailer first, then its sellers as they came into the basket.
  const sellerIds = [...new Set(lines.map((line) => line.origin.sellerId))].sort(
    (a, b) => Number(a !== null) - Number(b !== null),
  )
  return sellerIds.map((sellerId) => {
    const own = lines.filter((line) => line.origin.sellerId === sellerId)
    const profiles = new Set(own.map((line) => line.origin.profileId))
    const offered = options.filter((option) => profiles.has(option.profileId))
    return {
      sellerId,
      lines: own,
      deliveryOptions: offered,
      chosenDeliveryId: offered.find((option) => chosen.includes(option.id))?.id ?? null,
      itemsTotal: own.length > 0 ? sum(own.map((line) => line.total)) : cents(0),
    }
  })
}

interface RawCart {
  readonly completed_at: string | null
  readonly currency_code: string
  readonly sales_channel_id: string
  readonly email: string | null
  readonly total: number
  readonly tax_total: number
  readonly shipping_total: number
  readonly shipping_address: { address_1?: string | null } | null
  readonly items: readonly {
    readonly id: string
    readonly variant_id: string
    readonly title: string
    readonly product_title: string | null
    readonly variant_title: string | null
    readonly quantity: number
    readonly unit_price: number
    readonly total: number
  }[]
  readonly shipping_methods: readonly { readonly shipping_option_id: string | null }[]
}

async function readCart(container: MedusaContainer, cartId: string): Promise<RawCart | null> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: [
      "id",
      "completed_at",
      "currency_code",
      "sales_channel_id",
      "email",
      "total",
      "tax_total",
      "shipping_total",
      "shipping_address.address_1",
      "items.*",
      "shipping_methods.*",
    ],
    filters: { id: cartId },
  })
  return (data[0] as unknown as RawCart | undefined) ?? null
}
