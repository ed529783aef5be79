import { badInput } from "@gondola/kit"

const ZONE = "Europe/Paris"
const DAY_MS = 24 * 60 * 60 * 1000

const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
})

/** The retailer's calendar day, YYYY-MM-DD. */
export const dayOf = (instant: Date): string => parts.format(instant).slice(0, 10)

/** The retailer's calendar month, YYYY-MM. */
export const monthOf = (instant: Date): string => dayOf(instant).slice(0, 7)

/** Midnight in Paris of a calendar day, whatever the season. */
export function startOfDay(day: string): Date {
  const guess = Date.parse(`${day}T00:00:00Z`)
  for (const offset of [1, 2]) {
    const at = new Date(guess - offset * 60 * 60 * 1000)
    if (dayOf(at) === day && dayOf(new Date(at.getTime() - 1)) !== day) return at
  }
  throw badInput(`${day} is not a day`)
}

/** First instant of the month and of the next. @throws BAD_INPUT */
export function monthBounds(month: string): { from: Date; to: Date } {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month)
  if (!match) throw badInput("month is written YYYY-MM")
  const [year, index] = [Number(match[1]), Number(match[2])]
  const next = index === 12 ? `${year + 1}-01` : `${year}-${String(index + 1).padStart(2, "0")}`
  return { from: startOfDay(`${month}-01`), to: startOfDay(`${next}-01`) }
}

/** The last `count` calendar days, today last. */
export function lastDays(now: Date, count: number): string[] {
  const noon = startOfDay(dayOf(now)).getTime() + DAY_MS / 2
  return Array.from({ length: count }, (_, i) => dayOf(new Date(noon - (count - 1 - i) * DAY_MS)))
}

/** The calendar month before the current one, YYYY-MM. */
export function lastMonth(now: Date): string {
  const [year, month] = monthOf(now).split("-").map(Number) as [number, number]
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`
}
