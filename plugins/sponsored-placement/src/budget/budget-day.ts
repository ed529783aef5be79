const formats = new Map<string, Intl.DateTimeFormat>()

/** The retailer's calendar day of an instant, YYYY-MM-DD: days of 23 and 25 hours come out right by themselves. */
export function budgetDay(at: Date, timeZone: string): string {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" })
    formats.set(timeZone, format)
  }
  return format.format(at)
}

/** Calendar arithmetic, no time zone. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
