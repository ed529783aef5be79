import type { ProductOrders } from "@gondola/marketplace"

/** Valid clicks of a campaign on one product on one Paris day. */
export interface ClickedProduct {
  readonly campaignId: string
  readonly name: string
  readonly advertiser: string
  readonly productId: string
  readonly day: string
  readonly clicks: number
}

export interface ConvertedClicks extends ClickedProduct {
  /** Orders of that product on that day, at most one a click. */
  readonly orders: number
}

export function converted(clicked: readonly ClickedProduct[], sold: readonly ProductOrders[]): ConvertedClicks[] {
  const orders = new Map(sold.map((row) => [`${row.productId} ${row.day}`, row.orders]))
  return clicked.map((row) => ({
    ...row,
    orders: Math.min(row.clicks, orders.get(`${row.productId} ${row.day}`) ?? 0),
  }))
}
