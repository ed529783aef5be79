import type { GraphqlContext } from "@gondola/kit"
import type { ReturnContext } from "../orders/return-context"
import type { CustodyUnitRow, ShopRow, StoreReturnRow } from "../modules/store-returns/service"
import { sharesByTrader, type TraderShare } from "../quote/shares"
import type { FullReturn } from "../returns/read-return"
import { isSettled } from "../state/machine"
import type { Language } from "../withdrawal/withdrawal"

export const money = (amount: number, currency: string) => ({ amount, currency: currency.toUpperCase() })

/** The shop's people speak French unless their browser says otherwise. */
export const languageOf = (context: GraphqlContext): Language =>
  /^\s*en\b/i.test(context.header("accept-language") ?? "") ? "en" : "fr"

export const shopView = (shop: ShopRow) => ({
  id: shop.id,
  handle: shop.handle,
  name: shop.name,
  address: shop.address,
  city: shop.city,
  postalCode: shop.postal_code,
  hours: shop.hours as unknown as string[],
})

export function returnView(row: FullReturn, shop: ShopRow) {
  const settled = isSettled(row.state)
  const deliveries = row.deliveries as unknown as TraderShare[]
  const parts = row.lines.map((line) => ({
    sellerId: line.seller_id,
    traderName: line.trader_name,
    refund: line.refund as TraderShare["refund"],
  }))
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    orderNumber: row.order_number,
    shop: shopView(shop),
    clerkName: row.clerk_name,
    createdAt: row.opened_at,
    settledAt: row.settled_at,
    approvalReason: row.state === "AWAITING_APPROVAL" ? row.approval_reason : null,
    quote: {
      goods: money(row.goods, row.currency),
      delivery: money(row.delivery, row.currency),
      deduction: money(row.deduction, row.currency),
      total: money(row.total, row.currency),
      byTrader: sharesByTrader([...parts, ...deliveries]).map((share) => ({
        traderName: share.traderName,
        isRetailer: share.sellerId === null,
        refund: money(share.refund, row.currency),
      })),
    },
    lines: row.lines.map((line) => ({
      id: line.id,
      lineId: line.order_line_id,
      title: line.title,
      image: line.image,
      ownerName: line.trader_name,
      ownerIsRetailer: line.seller_id === null,
      quantity: line.quantity,
      basis: line.basis,
      reason: line.reason,
      grade: line.grade,
      note: line.note,
      hasPhoto: line.photo_id !== null,
      deductionPercent: line.deduction_percent,
      refund: money(line.refund, row.currency),
      disposition: line.disposition,
      bagCode: settled ? line.bag_code : null,
    })),
  }
}

export const bagView = (bag: CustodyUnitRow) => ({
  id: bag.id,
  bagCode: bag.bag_code,
  title: bag.title,
  quantity: bag.quantity,
  ownerName: bag.owner_name,
  ownerIsRetailer: bag.seller_id === null,
  grade: bag.grade,
  place: bag.place,
  since: bag.since,
  returnNumber: bag.return_number,
  returnLineId: bag.return_line_id,
})

export function deskOrderView(
  facts: ReturnContext,
  held: { readonly row: StoreReturnRow; readonly sameShop: boolean } | null,
  language: Language,
) {
  const { order } = facts
  return {
    orderId: order.id,
    number: order.number,
    placedAt: order.placedAt,
    customerName: order.customerName,
    withdrawalUntil: facts.clock.until,
    openReturnId: held?.sameShop ? held.row.id : null,
    heldBy: held?.row.clerk_name ?? null,
    lines: order.lines.map((line) => {
      const today = facts.today(line)
      return {
        lineId: line.lineId,
        title: line.title,
        variantTitle: line.variantTitle,
        image: line.image,
        gtin: line.gtin,
        ownerName: line.traderName,
        ownerIsRetailer: line.sellerId === null,
        ordered: line.quantity,
        returnable: today.blocked ? 0 : today.free,
        alreadyReturned: line.returned,
        unitPrice: money(line.unitPrice, order.currency),
        bases: today.bases,
        note: today.note?.[language] ?? null,
      }
    }),
  }
}
