/** How long the way takes, in working days. */
export interface DeliverySpan {
  readonly minDays: number
  readonly maxDays: number
}

const DAY = 24 * 60 * 60 * 1000
const SUNDAY = 0
const SATURDAY = 6

/** Latest arrival: the longest lead time of the goods, then the longest way, counted in working days (UTC). */
export function promisedDate(placedAt: Date, leadTimeDays: readonly number[], span: DeliverySpan): Date {
  let left = Math.max(0, ...leadTimeDays) + span.maxDays
  let day = placedAt.getTime()
  while (left > 0) {
    day += DAY
    const weekday = new Date(day).getUTCDay()
    if (weekday !== SUNDAY && weekday !== SATURDAY) left -= 1
  }
  return new Date(day)
}
