import type { MedusaContainer } from "@medusajs/framework/types"
import type { Money } from "@gondola/kit"
import { orderAccessToken } from "../orders/access-token"
import { trackingUrl } from "../orders/carriers"
import type { GroupRecord, OrderRecord } from "../orders/read-orders"
import type { Basket } from "../orders/read-basket"

const money =
  (currency: string) =>
  (amount: number): Money => ({ amount: amount as Money["amount"], currency })

/** `trader` of each group is resolved by id, batched over the request. */
export interface TraderRef {
  readonly traderSellerId: string | null
}

export function shopperOrderView(container: MedusaContainer, order: OrderRecord) {
  const eur = money(order.currency)
  const items = order.groups.reduce((a, group) => a + group.itemsTotal, 0)
  const delivery = order.groups.reduce((a, group) => a + group.delivery, 0)
  return {
    id: order.id,
    number: order.number,
    placedAt: order.placedAt,
    email: order.email,
    itemsTotal: eur(items),
    deliveryTotal: eur(delivery),
    total: eur(order.total),
    refundedTotal: eur(order.refunded),
    accessToken: orderAccessToken(container, order.id),
    groups: order.groups.map((group) => ({
      id: group.id,
      orderId: order.id,
      currency: order.currency,
      traderSellerId: group.sellerId,
      state: group.state,
      deliveryName: group.deliveryName,
      deliveryPrice: eur(group.delivery),
      promisedBy: group.promisedBy,
      lines: linesView(order.currency, group),
      parcels: parcelsView(group),
    })),
  }
}

/** Every part of an order with all that hangs on it, for the operator. */
export function operatorOrderView(container: MedusaContainer, order: OrderRecord) {
  const eur = money(order.currency)
  return {
    id: order.id,
    currency: order.currency,
    number: order.number,
    placedAt: order.placedAt,
    email: order.email,
    customerName: order.customerName,
    total: eur(order.total),
    refundedTotal: eur(order.refunded),
    accessToken: orderAccessToken(container, order.id),
    parts: order.groups.map((group) => ({
      id: group.id,
      currency: order.currency,
      sellerId: group.sellerId,
      traderName: group.traderName,
      state: group.state,
      deliveryName: group.deliveryName,
      deliveryPrice: eur(group.delivery),
      itemsTotal: eur(group.itemsTotal),
      promisedBy: group.promisedBy,
      lines: linesView(order.currency, group),
      parcels: parcelsView(group),
    })),
  }
}

export function linesView(currency: string, group: GroupRecord) {
  const eur = money(currency)
  return group.lines.map((line) => ({
    id: line.lineId,
    productHandle: line.productHandle,
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    image: line.image,
    quantity: line.quantity,
    unitPrice: eur(line.unitPrice),
    total: eur(line.total),
    shipped: line.shipped,
    delivered: line.delivered,
    returned: line.returned,
    gone: line.gone,
  }))
}

export function parcelsView(group: GroupRecord) {
  const titles = new Map(group.lines.map((line) => [line.lineId, line.title]))
  return group.parcels.map((parcel) => ({
    ...parcel,
    trackingUrl: trackingUrl(parcel.carrier, parcel.trackingNumber),
    lines: parcel.lines.map((line) => ({ ...line, title: titles.get(line.lineId) ?? "" })),
  }))
}

export function basketView(basket: Basket, locale: "fr" | "en") {
  const eur = money(basket.currency)
  return {
    ...basket,
    itemsTotal: eur(basket.itemsTotal),
    deliveryTotal: eur(basket.deliveryTotal),
    taxTotal: eur(basket.taxTotal),
    total: eur(basket.total),
    groups: basket.groups.map((group) => ({
      traderSellerId: group.sellerId,
      chosenDeliveryId: group.chosenDeliveryId,
      itemsTotal: eur(group.itemsTotal),
      deliveryOptions: group.deliveryOptions.map((option) => ({ ...option, price: eur(option.price) })),
      lines: group.lines.map((line) => ({
        id: line.id,
        productHandle: line.origin.productHandle ?? "",
        title: (locale === "en" && line.origin.titleEn) || line.title,
        variantTitle: line.variantTitle,
        image: line.origin.image,
        quantity: line.quantity,
        unitPrice: eur(line.unitPrice),
        total: eur(line.total),
        available: line.available,
        returnableInShop: line.origin.acceptsShopReturns,
      })),
    })),
  }
}
