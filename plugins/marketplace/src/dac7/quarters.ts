import { cents, type Cents, sum } from "@gondola/kit"

/** What a seller earned through the platform in a quarter, net of refunds. */
export interface Quarter {
  /** Paid or credited: net of refunds, of the platform's fees and of the taxes it kept. */
  readonly consideration: Cents
  readonly fees: Cents
  readonly taxes: Cents
  /** Sales that were not wholly undone. */
  readonly sales: number
}

export type Year = readonly [Quarter, Quarter, Quarter, Quarter]

/** Goods: fewer than 30 sales and at most 2,000 € (Directive 2011/16/EU annex V, section I, B, 4, d). */
export const DAC7_SALES = 30
export const DAC7_CONSIDERATION = cents(2_000_00)

/** Both limits must be kept to be left out of the report. */
export const isExcluded = (year: Year): boolean =>
  sum(year.map((quarter) => quarter.sales)) < DAC7_SALES && considerationOf(year) <= DAC7_CONSIDERATION

export const considerationOf = (year: Year): Cents => sum(year.map((quarter) => quarter.consideration))

/**
 * The report knows no negative amount. A quarter that gave back more than it earned is settled against the following ones,
 * then against the ones before; the year keeps its sum, and a year that lost money reads zero.
 */
export function withoutNegatives(amounts: readonly Cents[]): Cents[] {
  const settled: number[] = [...amounts]
  const push = (from: number, to: number): void => {
    if (settled[from]! >= 0) return
    settled[to] = settled[to]! + settled[from]!
    settled[from] = 0
  }
  for (let i = 0; i + 1 < settled.length; i += 1) push(i, i + 1)
  for (let i = settled.length - 1; i > 0; i -= 1) push(i, i - 1)
  return settled.map((amount) => cents(Math.max(0, amount)))
}

/** Whole euros, half a euro up: the schema takes no cents. */
export const wholeEuros = (amount: Cents): number => Math.floor((amount + 50) / 100)
