import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Cents, centsOfDecimal } from "@gondola/kit"
import type { SoldOrder } from "@gondola/marketplace"

interface Option {
  readonly shipping_profile_id: string
  readonly prices?: readonly { readonly amount: number; readonly currency_code: string }[]
}

/** The cheapest delivery of each trader of the order: what a withdrawal gives back at most (L221-24). */
export async function standardDeliveries(
  container: MedusaContainer,
  order: SoldOrder,
): Promise<Map<string | null, Cents>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: products } = await query.graph({
    entity: "product",
    fields: ["id", "shipping_profile.id"],
    filters: { id: order.lines.map((line) => line.productId) },
  })
  const profileOf = new Map(
    (products as { id: string; shipping_profile?: { id: string } | null }[]).map((p) => [p.id, p.shipping_profile?.id]),
  )
  const profiles = [...profileOf.values()].filter((id): id is string => typeof id === "string")
  if (profiles.length === 0) return new Map()
  const { data: options } = await query.graph({
    entity: "shipping_option",
    fields: ["id", "shipping_profile_id", "prices.amount", "prices.currency_code"],
    filters: { shipping_profile_id: profiles },
  })
  const cheapest = new Map<string | null, Cents>()
  for (const line of order.lines) {
    const prices = (options as unknown as Option[])
      .filter((option) => option.shipping_profile_id === profileOf.get(line.productId))
      .flatMap((option) => option.prices ?? [])
      .filter((price) => price.currency_code.toUpperCase() === order.currency.toUpperCase())
      .map((price) => centsOfDecimal(Number(price.amount)))
    if (prices.length > 0) cheapest.set(line.sellerId, Math.min(...prices) as Cents)
  }
  return cheapest
}
