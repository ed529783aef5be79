/** Calendar days of the retailer (Europe/Paris), YYYY-MM-DD. */
export type Schedule =
  | { readonly kind: "DAILY" }
  /** 1 is Monday, 7 is Sunday. */
  | { readonly kind: "WEEKLY"; readonly weekday: number }
  /** 1 to 31; a shorter month is paid on its last day. */
  | { readonly kind: "MONTHLY"; readonly monthDay: number }
  /** Only when the operator starts it. */
  | { readonly kind: "MANUAL" }

const DAY_MS = 86_400_000
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const text = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Is the day one of the schedule's? Days are calendar days, so summer time plays no part. */
export function falls(schedule: Schedule, day: string): boolean {
  const at = utc(day)
  if (schedule.kind === "DAILY") return true
  if (schedule.kind === "WEEKLY") return (new Date(at).getUTCDay() || 7) === schedule.weekday
  if (schedule.kind === "MANUAL") return false
  const last = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
  return Number(day.slice(8)) === Math.min(schedule.monthDay, last)
}

/** Was there a payday after `since` (the last day that was paid; null: only today counts), today included? */
export function isDue(schedule: Schedule, since: string | null, today: string): boolean {
  const from = since === null ? utc(today) : utc(since) + DAY_MS
  // A server that was off for long catches up once: a year back has every payday in it.
  for (let at = Math.max(from, utc(today) - 366 * DAY_MS); at <= utc(today); at += DAY_MS)
    if (falls(schedule, text(at))) return true
  return false
}

/** The next payday after today; null when there is none of itself. */
export function nextPayday(schedule: Schedule, today: string): string | null {
  for (let at = utc(today) + DAY_MS; at <= utc(today) + 62 * DAY_MS; at += DAY_MS)
    if (falls(schedule, text(at))) return text(at)
  return null
}
