import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { cents, type Cents, type Micros, micros } from "@gondola/kit"
import { type CommissionCharge, chargeCommission } from "../commission/charge"
import { readRules } from "../commission/rule-store"
import { matchRule } from "../commission/rule"
import { optionTerms } from "./delivery-options"
import { type LineOrigin, lineOrigins } from "./line-origins"
import { promisedDate } from "./promised-date"
import type { MedusaOrder } from "./read-placed"
import { sellerOrderState, type SellerOrderState } from "./seller-order-state"
import { splitPayment } from "./split-payment"

export interface ProjectedLine {
  readonly lineId: string
  readonly origin: LineOrigin
  readonly source: MedusaOrder["lines"][number]
  readonly unitPrice: Cents
  readonly total: Cents
  readonly commission: CommissionCharge | null
}

/** One trader's part of an order. */
export interface ProjectedGroup {
  readonly id: string
  readonly sellerId: string | null
  readonly state: SellerOrderState
  readonly optionId: string | null
  readonly deliveryName: string
  readonly delivery: Cents
  readonly share: Cents
  readonly promisedBy: Date
  readonly lines: readonly ProjectedLine[]
}

export interface Projection {
  readonly order: MedusaOrder
  readonly captured: Cents
  readonly groups: readonly ProjectedGroup[]
}

/** What each trader sold, is paid and is charged in one order. Reads only; `save-projection` writes it. */
export async function projectOrder(container: MedusaContainer, order: MedusaOrder): Promise<Projection> {
  const [origins, terms, rules] = await Promise.all([
    lineOrigins(
      container,
      order.lines.map((line) => line.variantId),
    ),
    optionTerms(
      container,
      order.deliveries.flatMap((delivery) => delivery.optionId ?? []),
    ),
    readRules(container),
  ])
  const lines = order.lines.map((source) => {
    const origin = origins.get(source.variantId)
    if (!origin) throw new Error(`variant ${source.variantId} of order ${order.id} does not exist`)
    return { source, origin }
  })
  const sellerIds = [...new Set(lines.map((line) => line.origin.sellerId))]
  const parts = sellerIds.map((sellerId) => {
    const own = lines.filter((line) => line.origin.sellerId === sellerId)
    const profiles = new Set(own.map((line) => line.origin.profileId))
    const deliveries = order.deliveries.filter((delivery) => {
      const term = delivery.optionId === null ? undefined : terms.get(delivery.optionId)
      return term !== undefined && profiles.has(term.profileId)
    })
    return { sellerId, own, deliveries }
  })
  const captured = cents(Math.round(order.captured / 10_000))
  const shares = splitPayment(
    captured,
    parts.map((part) => ({
      lines: part.own.map((line) => line.source.total),
      delivery: total(part.deliveries.map((delivery) => delivery.total)),
    })),
  )
  const groups = parts.map(({ sellerId, own, deliveries }, index): ProjectedGroup => {
    const share = shares[index]!
    const option = deliveries[0]?.optionId ?? null
    const span = (option && terms.get(option)) || { minDays: 0, maxDays: 0 }
    return {
      id: generateEntityId(undefined, "sord"),
      sellerId,
      // The retailer accepts what its own shop sells.
      state: sellerOrderState(sellerId === null, []),
      optionId: option,
      deliveryName: deliveries.map((delivery) => delivery.name).join(" + "),
      delivery: share.delivery,
      share: share.share,
      promisedBy: promisedDate(
        order.placedAt,
        own.map((line) => line.origin.leadTimeDays),
        span,
      ),
      lines: own.map(({ source, origin }, at): ProjectedLine => {
        const price = cents(Math.round(source.unitPrice / 10_000))
        const base = share.lines[at]!
        const rule =
          sellerId === null
            ? null
            : matchRule(rules, {
                sellerId,
                brand: origin.brand,
                categoryHandles: origin.categoryHandles,
                unitPrice: price,
              })
        const commission = rule && chargeCommission(rule, base, source.quantity)
        return { lineId: source.id, origin, source, unitPrice: price, total: base, commission }
      }),
    }
  })
  return { order, captured, groups }
}

const total = (amounts: readonly Micros[]): Micros => micros(amounts.reduce<number>((a, b) => a + b, 0))
