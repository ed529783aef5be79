/**
 * One month from the receipt (GDPR art. 12(3)), by Regulation 1182/71: it ends with the day of the same number, or with the
 * month where there is none.
 */
export function oneMonthAfter(date: Date): Date {
  const day = date.getUTCDate()
  const due = new Date(date)
  due.setUTCDate(1)
  due.setUTCMonth(due.getUTCMonth() + 1)
  const last = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate()
  due.setUTCDate(Math.min(day, last))
  return due
}
