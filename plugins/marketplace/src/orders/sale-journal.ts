import type { Cents } from "@gondola/kit"
import { type Account, credit, debit, type Entry, type EntryKind, type Journal, type Told } from "@gondola/ledger"

/** VAT that the house owes, with the ledger's tax code; null where somebody else declares it. */
export interface OwedVat {
  readonly vat: Cents
  readonly taxCode: string
}

export interface SoldFee {
  readonly net: Cents
  readonly vat: Cents
  readonly taxCode: string
}

export interface SoldGroup {
  /** Null: the retailer. */
  readonly sellerId: string | null
  readonly delivery: Cents
  readonly deliveryVat?: OwedVat | null
  readonly lines: readonly {
    readonly title: string
    readonly quantity: number
    readonly total: Cents
    readonly vat?: OwedVat | null
    readonly commission: SoldFee | null
  }[]
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

/**
 * One journal a sale: what the provider holds, whose it is, the commission that the house keeps of it, and the VAT that
 * the house owes on its own sales, on its commission and as deemed supplier.
 */
export function saleJournal(sale: Sale): Journal {
  const order = sale.number
  const entries: Entry[] = [
    debit("provider_clearing", null, "order_amount", sale.captured, { code: "payment_captured", params: { order } }),
  ]
  for (const group of sale.groups) {
    for (const line of group.lines) {
      const note: Told = { code: "line", params: { title: line.title, quantity: line.quantity } }
      entries.push(...earned(group.sellerId, { kind: "order_amount", amount: line.total, vat: line.vat, note }))
      if (group.sellerId !== null && line.commission) entries.push(...charged(group.sellerId, line.commission, note))
    }
    const note: Told = { code: "delivery", params: { order } }
    const delivery = { kind: "order_shipping" as const, amount: group.delivery, vat: group.deliveryVat, note }
    entries.push(...earned(group.sellerId, delivery))
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

interface Earning {
  readonly kind: EntryKind
  readonly amount: Cents
  readonly vat: OwedVat | null | undefined
  readonly note: Told
}

/** The retailer's revenue is net of its VAT; a seller is credited in full, less what the house declares in its stead. */
function earned(sellerId: string | null, { kind, amount, vat, note }: Earning): Entry[] {
  const account: Account = sellerId === null ? "retailer_revenue" : "seller_payable"
  return [
    credit(account, sellerId, kind, amount, note),
    ...(vat
      ? [
          debit(account, sellerId, "sale_vat", vat.vat, note),
          { ...credit("tax", null, "sale_vat", vat.vat, note), taxCode: vat.taxCode },
        ]
      : []),
  ]
}

const charged = (sellerId: string, fee: SoldFee, note: Told): Entry[] => [
  debit("seller_payable", sellerId, "commission_fee", fee.net, note),
  debit("seller_payable", sellerId, "commission_vat", fee.vat, note),
  credit("commission_revenue", null, "commission_fee", fee.net, note),
  { ...credit("tax", null, "commission_vat", fee.vat, note), taxCode: fee.taxCode },
]
