import { dayOf, startOfDay } from "../figures/paris-time"

/** Within so many days of the declaration everything is paid back (Code de la consommation L221-24). */
export const REFUND_DAYS = 14

const DAY_MS = 86_400_000

const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** @param day YYYY-MM-DD */
export const plusDays = (day: string, days: number): string =>
  new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10)

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / DAY_MS)

/** The last instant of a calendar day in Paris. */
export const endOfParisDay = (day: string): Date => new Date(startOfDay(plusDays(day, 1)).getTime() - 1)

/** The day of the declaration does not count: declared on day D, paid back by the end of D + 14. */
export const refundDueAt = (startedAt: Date): Date => endOfParisDay(plusDays(dayOf(startedAt), REFUND_DAYS))

/** Calendar days until the last day, 0 on it, negative once the refund is late. */
export const daysLeft = (dueAt: Date, at: Date): number => daysBetween(dayOf(at), dayOf(dueAt))

/** 0 up to the end of the last day. */
export const daysLate = (dueAt: Date, at: Date): number => Math.max(0, -daysLeft(dueAt, at))

export const ALERTS = ["SOON", "LAST_DAYS", "LATE"] as const
export type Alert = (typeof ALERTS)[number]

/** Days left at which the operator is told: day 10 and day 13 of fourteen. */
const SOON = REFUND_DAYS - 10
const LAST_DAYS = REFUND_DAYS - 13

/** The last alert that a clock has reached; null while there is time. */
export function alertOf(dueAt: Date, at: Date): Alert | null {
  const left = daysLeft(dueAt, at)
  if (left < 0) return "LATE"
  if (left <= LAST_DAYS) return "LAST_DAYS"
  return left <= SOON ? "SOON" : null
}

export const SOON_DAYS = SOON
