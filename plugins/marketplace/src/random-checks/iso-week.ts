import { dayOf } from "../figures/paris-time"

const DAY_MS = 86_400_000

/** ISO 8601: weeks begin on Monday, and the first one holds the year's first Thursday. In Paris. */
export function isoWeek(instant: Date): string {
  const day = new Date(`${dayOf(instant)}T00:00:00Z`)
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY_MS)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = 1 + Math.floor((thursday.getTime() - first) / (7 * DAY_MS))
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, "0")}`
}
