import Holidays from "date-holidays"
import { DateTime } from "luxon"

export const RETAILER_ZONE = "Europe/Paris"

const holidays = new Holidays("FR")
const daysByYear = new Map<number, ReadonlySet<string>>()

/** Statutory holidays of metropolitan France (Code du travail L3133-1), as yyyy-mm-dd. */
function publicHolidays(year: number): ReadonlySet<string> {
  let days = daysByYear.get(year)
  if (!days) {
    days = new Set(
      holidays
        .getHolidays(year)
        .filter((day) => day.type === "public")
        .map((day) => day.date.slice(0, 10)),
    )
    daysByYear.set(year, days)
  }
  return days
}

export const isWorkingDay = (day: DateTime): boolean =>
  day.weekday <= 5 && !publicHolidays(day.year).has(day.toISODate() ?? "")

/** The calendar day of an instant where the retailer is. */
export const localDay = (instant: Date): DateTime =>
  DateTime.fromJSDate(instant, { zone: RETAILER_ZONE }).startOf("day")

/** The last millisecond of the day. */
export const endOfDay = (day: DateTime): Date => day.endOf("day").toJSDate()

/** A period that would end on a week-end or a holiday ends with the next working day (L221-19). */
export function rollToWorkingDay(day: DateTime): DateTime {
  let rolled = day
  while (!isWorkingDay(rolled)) rolled = rolled.plus({ days: 1 })
  return rolled
}
