import { type Cents, cents, sum } from "@gondola/kit"
import { storeReturnError } from "../errors"

export interface Tender {
  readonly paymentId: string
  readonly captured: Cents
  readonly refunded: Cents
}

export interface TenderRefund {
  readonly paymentId: string
  readonly amount: Cents
}

/**
 * Spreads a refund over the payments of the order, each up to what it took and has not given back, the first first.
 * @throws REFUND_ABOVE_PAID when the payments cannot carry it: nothing may be refunded then
 */
export function refundPerTender(total: Cents, tenders: readonly Tender[]): TenderRefund[] {
  const rooms = tenders.map((tender) => Math.max(0, tender.captured - tender.refunded))
  if (total < 0 || total > sum(rooms))
    throw storeReturnError(
      "REFUND_ABOVE_PAID",
      "The refund is more than what was paid and not yet given back; nothing was refunded",
    )
  let left: number = total
  const refunds: TenderRefund[] = []
  tenders.forEach((tender, index) => {
    const amount = Math.min(left, rooms[index] ?? 0)
    left -= amount
    if (amount > 0) refunds.push({ paymentId: tender.paymentId, amount: cents(amount) })
  })
  return refunds
}
