import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { cents, type Cents, type Micros, micros } from "@gondola/kit"
import { type CommissionCharge, chargeCommission } from "../commission/charge"
import { type CommissionRule, matchRule, type SaleChannel } from "../commission/rule"
import { readRules } from "../commission/rule-store"
import { feeVat } from "../vat/fee-vat"
import { type SellerForTax, sellersForTax } from "../vat/sellers-for-tax"
import type { TaxedPart } from "../vat/tax-lines"
import { deliveryShares, taxSale } from "../vat/tax-sale"
import { channelOf } from "./sale-channel"
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
  /** VAT of each line and of the delivery. */
  readonly taxes: readonly TaxedPart[]
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
  const [sellers, channel] = await Promise.all([
    sellersForTax(
      container,
      sellerIds.filter((id): id is string => id !== null),
    ),
    channelOf(
      container,
      order.deliveries.flatMap((delivery) => delivery.optionId ?? []),
    ),
  ])
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
      ...chargeGroup({
        order,
        rules,
        channel,
        seller: sellerId === null ? null : (sellers.get(sellerId) ?? null),
        sellerId,
        own,
        totals: share.lines,
        delivery: { total: share.delivery, vatBps: deliveries[0]?.vatBps ?? 0 },
      }),
    }
  })
  return { order, captured, groups }
}

interface GroupSale {
  readonly order: MedusaOrder
  readonly rules: readonly CommissionRule[]
  readonly channel: SaleChannel
  readonly sellerId: string | null
  readonly seller: SellerForTax | null
  readonly own: readonly { readonly source: MedusaOrder["lines"][number]; readonly origin: LineOrigin }[]
  readonly totals: readonly Cents[]
  readonly delivery: { readonly total: Cents; readonly vatBps: number }
}

/** The VAT of one trader's part and, for a seller, what each line is charged. */
function chargeGroup(sale: GroupSale): Pick<ProjectedGroup, "lines" | "taxes"> {
  const { order, sellerId, seller, delivery } = sale
  const goods = sale.own.map(({ source }, at) => ({
    lineId: source.id,
    total: sale.totals[at] ?? cents(0),
    vatBps: source.vatBps,
  }))
  const shipping = deliveryShares({ lines: goods, delivery })
  const lines = sale.own.map(({ source, origin }, at): ProjectedLine => {
    const unitPrice = cents(Math.round(source.unitPrice / 10_000))
    const line = { lineId: source.id, origin, source, unitPrice, total: goods[at]!.total }
    if (sellerId === null || seller === null) return { ...line, commission: null }
    const rule = matchRule(sale.rules, {
      sellerId,
      brand: origin.brand,
      productId: origin.catalogueProductId,
      condition: origin.condition,
      channel: sale.channel,
      currency: order.currency,
      at: order.placedAt,
      categoryHandles: origin.categoryHandles,
      unitPrice,
    })
    const sold = {
      goods: line.total,
      quantity: source.quantity,
      shipping: shipping[at] ?? cents(0),
      goodsVatBps: source.vatBps,
      shippingVatBps: delivery.vatBps,
    }
    return { ...line, commission: rule && chargeCommission(rule, sold, feeVat(seller)) }
  })
  return { lines, taxes: taxSale({ sellerId, seller, currency: order.currency, lines: goods, delivery }) }
}

const total = (amounts: readonly Micros[]): Micros => micros(amounts.reduce<number>((a, b) => a + b, 0))
