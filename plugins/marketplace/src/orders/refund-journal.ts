import { sum, type Cents } from "@gondola/kit"
import { credit, debit, type Entry, type Journal } from "@gondola/ledger"

export interface RefundPart {
  /** Null: the retailer. */
  readonly sellerId: string | null
  /** Null: delivery. */
  readonly lineId: string | null
  readonly refund: Cents
  readonly commissionBack: Cents
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

/** One journal a refund: each trader bears its own part, and gets back the commission charged on it. */
export function refundJournal(refund: RefundDocument): Journal {
  const entries: Entry[] = [
    credit("provider_clearing", null, "refund_amount", sum(refund.parts.map((part) => part.refund)), "Paid back"),
  ]
  for (const part of refund.parts) {
    const account = part.sellerId === null ? "retailer_revenue" : "seller_payable"
    const kind = part.lineId === null ? "refund_shipping" : "refund_amount"
    entries.push(debit(account, part.sellerId, kind, part.refund, part.label))
    if (part.sellerId === null) continue
    entries.push(credit(account, part.sellerId, "refund_commission_fee", part.commissionBack, part.label))
    entries.push(debit("commission_revenue", null, "refund_commission_fee", part.commissionBack, part.label))
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
