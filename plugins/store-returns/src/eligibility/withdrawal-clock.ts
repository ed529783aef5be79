import { endOfDay, localDay, rollToWorkingDay } from "./calendar"
import type { OrderFacts } from "./types"

export const WITHDRAWAL_DAYS = 14
/** The refund is due 14 days after the declaration (L221-24). */
export const REFUND_DAYS = 14

export interface WithdrawalClock {
  readonly open: boolean
  /** Last instant; null while a part of the order has not been received, for then the clock has not started. */
  readonly until: Date | null
}

/** The day of receipt does not count (L221-19): received on day D, open until the end of D + 14, rolled over. */
export function withdrawalDeadline(receivedAt: Date): Date {
  return endOfDay(rollToWorkingDay(localDay(receivedAt).plus({ days: WITHDRAWAL_DAYS })))
}

/** When the order's last parcel arrived; null while one is missing. The law allows a clock per parcel: we grant one. */
export function receiptOfLastParcel(order: OrderFacts): Date | null {
  if (order.lines.length === 0 || order.lines.some((line) => line.delivered < line.quantity)) return null
  const receipts = order.groups
    .flatMap((group) => group.parcels.map((parcel) => parcel.deliveredAt))
    .concat(order.lines.map((line) => line.deliveredAt))
    .filter((at): at is Date => at !== null)
  return receipts.length === 0 ? null : new Date(Math.max(...receipts.map((at) => at.getTime())))
}

/** Open from the conclusion of the contract, so also before anything was delivered (L221-18). */
export function withdrawalClock(order: OrderFacts, now: Date): WithdrawalClock {
  const receivedAt = receiptOfLastParcel(order)
  if (!receivedAt) return { open: true, until: null }
  const until = withdrawalDeadline(receivedAt)
  return { open: now <= until, until }
}

export const refundDueAt = (declaredAt: Date): Date => endOfDay(localDay(declaredAt).plus({ days: REFUND_DAYS }))

export interface RefundClock {
  readonly declaredAt: Date
  /** When the goods came back; null while they are away. */
  readonly goodsAt: Date | null
  /** When the shopper proved that they were sent. */
  readonly proofAt: Date | null
}

/**
 * The last day of a refund after a withdrawal: fourteen days from the declaration, but the trader may wait for the goods or
 * for the proof that they were sent, whichever comes first (L221-24). Null while there is neither.
 */
export function refundDue({ declaredAt, goodsAt, proofAt }: RefundClock): Date | null {
  const known = [goodsAt, proofAt].filter((at): at is Date => at !== null)
  if (known.length === 0) return null
  const waitedFor = endOfDay(localDay(new Date(Math.min(...known.map((at) => at.getTime())))))
  const due = refundDueAt(declaredAt)
  return waitedFor > due ? waitedFor : due
}
