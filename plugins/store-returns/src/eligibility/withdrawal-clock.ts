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
