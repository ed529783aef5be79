import fc from "fast-check"
import { type Cents, cents } from "@gondola/kit"
import { alertOf, daysLate, daysLeft, plusDays, refundDueAt } from "./clock"
import { halfYearOf, isRateKnown, lateInterest, type LegalRate, rateOn, STEPS, surchargeBps } from "./late-interest"

const RATES: LegalRate[] = [
  { from: "2025-07-01", bps: 665 },
  { from: "2026-01-01", bps: 667 },
]
const DUE = "2026-03-10"
const interest = (owed: number, days: number, rates = RATES) =>
  lateInterest(cents(owed), { dueDay: DUE, paidDay: plusDays(DUE, days) }, rates).amount

describe("the clock of a refund", () => {
  it("is due at the end of the fourteenth day, in Paris, whatever the hour and the season", () => {
    expect(refundDueAt(new Date("2026-11-08T10:00:00Z")).toISOString()).toBe("2026-11-22T22:59:59.999Z")
    // 23:30 UTC in winter is the next day in Paris.
    expect(refundDueAt(new Date("2026-11-08T23:30:00Z")).toISOString()).toBe("2026-11-23T22:59:59.999Z")
    // The clocks go forward on 29 March and back on 25 October.
    expect(refundDueAt(new Date("2026-03-20T10:00:00Z")).toISOString()).toBe("2026-04-03T21:59:59.999Z")
    expect(refundDueAt(new Date("2026-10-20T10:00:00Z")).toISOString()).toBe("2026-11-03T22:59:59.999Z")
  })

  it("alerts on day 10, on day 13 and on the first late day, and not before", () => {
    const started = new Date("2026-11-02T10:00:00Z")
    const due = refundDueAt(started)
    const on = (day: number) => alertOf(due, new Date(started.getTime() + day * 86_400_000))
    expect([9, 10, 12, 13, 14, 15, 40].map(on)).toEqual([
      null,
      "SOON",
      "SOON",
      "LAST_DAYS",
      "LAST_DAYS",
      "LATE",
      "LATE",
    ])
    expect([daysLeft(due, due), daysLate(due, due)]).toEqual([0, 0])
    expect(daysLate(due, new Date(due.getTime() + 1))).toBe(1)
  })
})

describe("interest on a late refund", () => {
  it("meets the law at each border", () => {
    // 1,000 €: the legal rate of 6.67 % a year by the day, then a share of the sum.
    const table: [number, number][] = [
      [0, 0],
      [1, 18],
      [10, 183],
      [11, 5_000],
      [20, 5_000],
      [21, 10_000],
      [30, 10_000],
      [31, 20_000],
      [60, 20_000],
      [61, 50_000],
      [90, 50_000],
      [91, 55_000],
      [120, 55_000],
      [121, 60_000],
      [360, 95_000],
      [361, 100_000],
      [1_000, 100_000],
    ]
    for (const [days, expected] of table) expect([days, interest(100_000, days)]).toEqual([days, expected])
    expect(lateInterest(cents(100), { dueDay: DUE, paidDay: plusDays(DUE, 361) }, RATES).capped).toBe(true)
    expect(lateInterest(cents(100), { dueDay: DUE, paidDay: plusDays(DUE, 360) }, RATES).capped).toBe(false)
    expect(interest(100_000, -3)).toBe(0)
    expect(STEPS).toEqual([10, 20, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330, 360, 390])
  })

  it("takes the rate and the year of each day where a half-year ends", () => {
    const across = lateInterest(cents(1_000_000), { dueDay: "2025-12-26", paidDay: "2026-01-05" }, RATES)
    // 5 days at 6.65 % and 5 at 6.67 %, of 365: 9.1095… + 9.1369…
    expect(across.amount).toBe(1_825)
    const leap = lateInterest(cents(1_000_000), { dueDay: "2028-02-20", paidDay: "2028-03-01" }, RATES)
    expect(leap.daysLate).toBe(10)
    expect(leap.amount).toBe(Math.round((1_000_000 * 0.0667 * 10) / 366))
    expect(rateOn(RATES, "2020-01-01").bps).toBe(665)
    expect(rateOn(RATES, "2026-11-22").bps).toBe(667)
    expect([isRateKnown(RATES, "2026-06-30"), isRateKnown(RATES, "2026-07-01")]).toEqual([true, false])
    expect(halfYearOf("2026-12-31")).toBe("2026-07-01")
  })

  const owed = fc.integer({ min: 0, max: 10_000_000 }).map(cents)
  const rate = fc.integer({ min: 0, max: 10_000 })
  const rates = fc.tuple(rate, rate, rate).map(([a, b, c]) => [
    { from: "2025-07-01", bps: a },
    { from: "2026-01-01", bps: b },
    { from: "2026-07-01", bps: c },
  ])
  const due = fc.integer({ min: 0, max: 900 }).map((days) => plusDays("2025-06-01", days))
  const at = (sum: Cents, dueDay: string, days: number, known: LegalRate[]) =>
    lateInterest(sum, { dueDay, paidDay: plusDays(dueDay, days) }, known).amount

  it("never falls while a refund waits, and never exceeds the price", () => {
    fc.assert(
      fc.property(owed, due, rates, fc.integer({ min: 0, max: 800 }), (sum, dueDay, known, days) => {
        const today = at(sum, dueDay, days, known)
        expect(at(sum, dueDay, days + 1, known)).toBeGreaterThanOrEqual(today)
        expect(today).toBeGreaterThanOrEqual(0)
        expect(today).toBeLessThanOrEqual(sum)
        if (days > 361) expect(today).toBe(sum)
      }),
      { numRuns: 300 },
    )
  })

  it("never gives less for more, and nothing in time", () => {
    fc.assert(
      fc.property(owed, due, rates, fc.integer({ min: -30, max: 400 }), (sum, dueDay, known, days) => {
        expect(at(cents(sum + 100), dueDay, days, known)).toBeGreaterThanOrEqual(at(sum, dueDay, days, known))
        if (days <= 0) expect(at(sum, dueDay, days, known)).toBe(0)
      }),
      { numRuns: 200 },
    )
  })

  it("has a surcharge that only rises", () => {
    for (let days = 11; days < 500; days += 1)
      expect(surchargeBps(days + 1)!).toBeGreaterThanOrEqual(surchargeBps(days)!)
  })
})
