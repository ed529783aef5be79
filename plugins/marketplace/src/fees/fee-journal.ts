import type { Cents } from "@gondola/kit"
import { credit, debit, type Entry, type EntryKind, type EntryNote, type Journal } from "@gondola/ledger"

export type FeeKind = "subscription" | "penalty" | "service" | "handling" | "credit"

const KINDS: Readonly<Record<FeeKind, readonly [EntryKind, EntryKind]>> = {
  subscription: ["subscription_fee", "subscription_vat"],
  penalty: ["penalty_fee", "penalty_vat"],
  service: ["service_fee", "service_vat"],
  handling: ["handling_fee", "handling_vat"],
  credit: ["fee_credit", "fee_credit_vat"],
}

export interface BookedFee {
  readonly key: string
  readonly sellerId: string
  readonly kind: FeeKind
  /** Positive: the seller owes it. A credit and the counter-entry of a fee are negative. */
  readonly net: Cents
  readonly vat: Cents
  readonly taxCode: string
  readonly currency: string
  readonly note: EntryNote
  readonly orderId: string | null
  readonly occurredAt: Date
}

export const feeKey = (key: string): string => `fee:${key}`

/** What a seller is charged beside commission, or given back of it. */
export function feeJournal(fee: BookedFee): Journal {
  const [kind, vatKind] = KINDS[fee.kind]
  const entries: Entry[] = [
    debit("seller_payable", fee.sellerId, kind, fee.net, fee.note),
    credit("fee_revenue", null, kind, fee.net, fee.note),
    debit("seller_payable", fee.sellerId, vatKind, fee.vat, fee.note),
    { ...credit("tax", null, vatKind, fee.vat, fee.note), taxCode: fee.taxCode },
  ]
  return {
    businessKey: feeKey(fee.key),
    document: { type: "fee", id: fee.key },
    ...(fee.orderId ? { orderId: fee.orderId } : {}),
    currency: fee.currency,
    occurredAt: fee.occurredAt,
    entries,
  }
}
