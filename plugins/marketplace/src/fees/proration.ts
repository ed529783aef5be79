import { type Cents, cents } from "@gondola/kit"
import { nextPart } from "../vat/vat-within"

/** Calendar days of the retailer, YYYY-MM-DD; such texts sort as they should. */
export type Day = string

/** `from` inclusive, `until` exclusive; null is open. */
export interface DaySpan {
  readonly from: Day | null
  readonly until: Day | null
}

/** A seller's time on a plan, with the price agreed then. */
export interface PlanTime {
  readonly id: string
  readonly planName: string
  readonly monthlyPrice: Cents
  readonly currency: string
  readonly from: Day
  readonly until: Day | null
  /** Days that cost nothing. */
  readonly free: readonly DaySpan[]
}

export interface SubscriptionCharge {
  readonly planTimeId: string
  readonly planName: string
  readonly currency: string
  readonly from: Day
  /** Inclusive, as it is printed. */
  readonly to: Day
  readonly days: number
  readonly amount: Cents
}

/**
 * What a month of subscription costs: each plan's price by calendar days, half a cent up, cumulated so that a whole month
 * of one price is that price to the cent however often it was interrupted by a renewal. A day belongs to one plan: the
 * one that began last.
 */
export function subscriptionCharges(month: string, times: readonly PlanTime[]): SubscriptionCharge[] {
  const days = daysOf(month)
  const owners = days.map((day) => ownerOf(times, day))
  const charges: SubscriptionCharge[] = []
  const given = new Map<string, { days: number; amount: number }>()
  for (let start = 0; start < days.length;) {
    const owner = owners[start] ?? null
    let end = start
    while (end < days.length && (owners[end] ?? null) === owner) end++
    if (owner) {
      const price = `${owner.monthlyPrice} ${owner.currency}`
      const before = given.get(price) ?? { days: 0, amount: 0 }
      const upTo = before.days + end - start
      const amount = nextPart(owner.monthlyPrice, cents(days.length), cents(upTo), cents(before.amount))
      given.set(price, { days: upTo, amount: before.amount + amount })
      const { id: planTimeId, planName, currency } = owner
      const [from, to] = [days[start]!, days[end - 1]!]
      if (amount > 0) charges.push({ planTimeId, planName, currency, from, to, days: end - start, amount })
    }
    start = end
  }
  return charges
}

/** The plan to be paid on that day; null on a free day and without a plan. */
function ownerOf(times: readonly PlanTime[], day: Day): PlanTime | null {
  const running = times.filter((time) => holds(time, day)).sort((a, b) => (a.from < b.from ? 1 : -1))
  const [owner] = running
  return owner && !owner.free.some((span) => spanned(span) && holds(span, day)) ? owner : null
}

/** An unbounded free time would be a free plan: that is a price of 0, and is written as one. */
const spanned = (span: DaySpan): boolean => span.from !== null || span.until !== null

const holds = (span: DaySpan, day: Day): boolean =>
  (span.from === null || span.from <= day) && (span.until === null || day < span.until)

export function daysOf(month: string): Day[] {
  const [year = 0, index = 1] = month.split("-").map(Number)
  const count = new Date(Date.UTC(year, index, 0)).getUTCDate()
  return Array.from({ length: count }, (_, i) => `${month}-${String(i + 1).padStart(2, "0")}`)
}

/** Every month from one to another, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month)
  return months
}

export function nextMonth(month: string): string {
  const [year = 0, index = 1] = month.split("-").map(Number)
  return index === 12 ? `${year + 1}-01` : `${year}-${String(index + 1).padStart(2, "0")}`
}
