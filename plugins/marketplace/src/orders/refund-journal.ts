import { type Cents, cents, sum } from "@gondola/kit"
import { type Account, credit, debit, type Entry, type Journal, type Told } from "@gondola/ledger"
import type { OwedVat, SoldFee } from "./sale-journal"

export interface RefundPart {
  /** Null: the retailer. */
  readonly sellerId: string | null
  /** Null: delivery. */
  readonly lineId: string | null
  readonly refund: Cents
  /** Commission given back; null where none was charged. */
  readonly commission: SoldFee | null
  /** VAT that the house owed on what is refunded; null where somebody else declares it. */
  readonly saleVat: OwedVat | null
  readonly label: string
}

export interface RefundDocument {
  readonly key: string
  readonly orderId: string
  readonly currency: string
  readonly occurredAt: Date
  readonly parts: readonly RefundPart[]
}

export const refundKey = (key: string): string => `refund:${key}`

/**
 * One journal a refund: each trader owes its own part to the shopper and gets back the commission charged on it, with the
 * VAT lines of the sale; then the shopper is paid.
 */
export function refundJournal(refund: RefundDocument): Journal {
  const total = sum(refund.parts.map((part) => part.refund))
  const paid: Told = { code: "paid_back", params: {} }
  const entries: Entry[] = [
    credit("provider_clearing", null, "refund_amount", total, paid),
    debit("shopper_refunds", null, "refund_amount", total, paid),
  ]
  for (const part of refund.parts) {
    const note: Told = { code: "refund", params: { label: part.label } }
    const account: Account = part.sellerId === null ? "retailer_revenue" : "seller_payable"
    const kind = part.lineId === null ? "refund_shipping" : "refund_amount"
    entries.push(debit(account, part.sellerId, kind, part.refund, note))
    entries.push(credit("shopper_refunds", null, kind, part.refund, note))
    if (part.saleVat) {
      entries.push(credit(account, part.sellerId, "refund_vat", part.saleVat.vat, note))
      entries.push({ ...debit("tax", null, "refund_vat", part.saleVat.vat, note), taxCode: part.saleVat.taxCode })
    }
    if (part.sellerId !== null && part.commission) entries.push(...givenBack(part.sellerId, part.commission, note))
  }
  return {
    businessKey: refundKey(refund.key),
    document: { type: "refund", id: refund.key },
    orderId: refund.orderId,
    currency: refund.currency,
    occurredAt: refund.occurredAt,
    entries,
  }
}

/** What the seller gets back in all. */
export const commissionBackOf = (part: Pick<RefundPart, "commission">): Cents =>
  cents((part.commission?.net ?? 0) + (part.commission?.vat ?? 0))

const givenBack = (sellerId: string, fee: SoldFee, note: Told): Entry[] => [
  credit("seller_payable", sellerId, "refund_commission_fee", fee.net, note),
  credit("seller_payable", sellerId, "refund_commission_vat", fee.vat, note),
  debit("commission_revenue", null, "refund_commission_fee", fee.net, note),
  { ...debit("tax", null, "refund_commission_vat", fee.vat, note), taxCode: fee.taxCode },
]
