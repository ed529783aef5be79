import { badInput } from "@gondola/kit"
import { lastDays, startOfDay } from "./paris-time"

/** Whole Paris days; the last one is today as far as it has come, so `to` is now. */
export interface Period {
  readonly days: readonly string[]
  readonly from: Date
  /** Not counted itself. */
  readonly to: Date
}

const LENGTHS = [7, 30, 90]

/** The last `length` days and the same number before them. @throws BAD_INPUT for another length than 7, 30 or 90 */
export function periods(now: Date, length: number): { current: Period; previous: Period; both: Period } {
  if (!LENGTHS.includes(length)) throw badInput(`days is one of ${LENGTHS.join(", ")}`)
  const days = lastDays(now, 2 * length)
  const [before, current] = [days.slice(0, length), days.slice(length)]
  const middle = startOfDay(current[0]!)
  const from = startOfDay(days[0]!)
  return {
    current: { days: current, from: middle, to: now },
    previous: { days: before, from, to: middle },
    both: { days, from, to: now },
  }
}

/** For SQL: the Paris day of a timestamptz column. The column's name is ours, never a caller's. */
export const parisDay = (column: string): string => `to_char(${column} at time zone 'Europe/Paris', 'YYYY-MM-DD')`
