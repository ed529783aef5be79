import { type Cents, cents } from "@gondola/kit"
import { daysBetween, plusDays } from "./clock"

/** What a late refund grows by: Code de la consommation L242-4. Days are calendar days after the last day. */
export const LEGAL_DAYS = 10
const BANDS = [
  { through: 20, bps: 500 },
  { through: 30, bps: 1000 },
  { through: 60, bps: 2000 },
  { through: 90, bps: 5000 },
] as const
const LAST = BANDS[BANDS.length - 1]!
/** Every further month that has begun, of thirty days like the bands before it. */
const MONTH_DAYS = 30
const MONTH_BPS = 500
const WHOLE = 10_000

export interface LegalRate {
  /** First day of the half-year, YYYY-MM-DD. */
  readonly from: string
  /** A year's rate for claims of persons, basis points: 667 is 6.67 %. */
  readonly bps: number
}

export interface LateInterest {
  readonly daysLate: number
  /** Of the sum owed; null in the first ten days, where the legal rate runs by the day. */
  readonly surchargeBps: number | null
  readonly amount: Cents
  /** The price was reached: it grows no more. */
  readonly capped: boolean
}

/** Null while the legal rate applies. */
export function surchargeBps(daysLate: number): number | null {
  if (daysLate <= LEGAL_DAYS) return null
  const band = BANDS.find(({ through }) => daysLate <= through)
  if (band) return band.bps
  return Math.min(WHOLE, LAST.bps + MONTH_BPS * Math.ceil((daysLate - LAST.through) / MONTH_DAYS))
}

/** The rate of that day; before the first known one the first, after the last known one the last. */
export function rateOn(rates: readonly LegalRate[], day: string): LegalRate {
  const sorted = [...rates].sort((a, b) => (a.from < b.from ? -1 : 1))
  const rate = sorted.filter(({ from }) => from <= day).at(-1) ?? sorted[0]
  if (!rate) throw new RangeError("no legal rate is known")
  return rate
}

export const halfYearOf = (day: string): string => `${day.slice(0, 4)}-${day.slice(5, 7) < "07" ? "01" : "07"}-01`

/** Whether the rate of that half-year was entered: without it the one before is used. */
export const isRateKnown = (rates: readonly LegalRate[], day: string): boolean =>
  rates.some(({ from }) => from === halfYearOf(day))

/**
 * Interest on a sum that was due on `dueDay` and is paid on `paidDay`. In the first ten days the legal rate runs by the
 * day, with the rate and the length of the year of each day; then a surcharge of the whole sum, by the band of the delay;
 * never more than the sum itself. Half a cent is rounded up.
 */
export function lateInterest(
  owed: Cents,
  due: { readonly dueDay: string; readonly paidDay: string },
  rates: readonly LegalRate[],
): LateInterest {
  const daysLate = Math.max(0, daysBetween(due.dueDay, due.paidDay))
  const bps = surchargeBps(daysLate)
  const amount =
    bps === null
      ? legalInterest(owed, { dueDay: due.dueDay, daysLate }, rates)
      : halfUp(BigInt(owed) * BigInt(bps), BigInt(WHOLE))
  const capped = owed > 0 && amount === owed
  return { daysLate, surchargeBps: bps, amount: cents(amount), capped }
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function legalInterest(
  owed: Cents,
  { dueDay, daysLate }: { readonly dueDay: string; readonly daysLate: number },
  rates: readonly LegalRate[],
): number {
  // Over the common denominator of both lengths of a year, so that nothing is rounded before the end.
  let weight = 0n
  for (let day = 1; day <= daysLate; day += 1) {
    const date = plusDays(dueDay, day)
    weight += BigInt(rateOn(rates, date).bps) * (isLeap(Number(date.slice(0, 4))) ? 365n : 366n)
  }
  return halfUp(BigInt(owed) * weight, BigInt(WHOLE) * 365n * 366n)
}

const halfUp = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator))

/** Last days late of each step of the scale, until the sum has doubled. */
export const STEPS: readonly number[] = [
  LEGAL_DAYS,
  ...BANDS.map(({ through }) => through),
  ...Array.from({ length: (WHOLE - LAST.bps) / MONTH_BPS }, (_, index) => LAST.through + MONTH_DAYS * (index + 1)),
]
