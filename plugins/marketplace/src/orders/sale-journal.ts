import type { Cents } from "@gondola/kit"
import { credit, debit, type Entry, type Journal } from "@gondola/ledger"

export interface SoldGroup {
  /** Null: the retailer. */
  readonly sellerId: string | null
  readonly delivery: Cents
  readonly lines: readonly { readonly title: string; readonly total: Cents; readonly commission: Cents }[]
}

export interface Sale {
  readonly orderId: string
  readonly number: number
  readonly currency: string
  readonly captured: Cents
  readonly occurredAt: Date
  readonly groups: readonly SoldGroup[]
}

export const saleKey = (orderId: string): string => `sale:${orderId}`

/** One journal a sale: what the provider holds, whose it is, and the commission the house keeps of it. */
export function saleJournal(sale: Sale): Journal {
  const entries: Entry[] = [
    debit("provider_clearing", null, "order_amount", sale.captured, `Order ${sale.number}: payment captured`),
  ]
  for (const group of sale.groups) {
    const account = group.sellerId === null ? "retailer_revenue" : "seller_payable"
    for (const line of group.lines) {
      entries.push(credit(account, group.sellerId, "order_amount", line.total, line.title))
      if (group.sellerId === null) continue
      entries.push(debit(account, group.sellerId, "commission_fee", line.commission, line.title))
      entries.push(credit("commission_revenue", null, "commission_fee", line.commission, line.title))
    }
    entries.push(credit(account, group.sellerId, "order_shipping", group.delivery, `Order ${sale.number}: delivery`))
  }
  return {
    businessKey: saleKey(sale.orderId),
    document: { type: "order", id: sale.orderId },
    orderId: sale.orderId,
    currency: sale.currency,
    occurredAt: sale.occurredAt,
    entries,
  }
}
