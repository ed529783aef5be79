import fc from "fast-check"
import { cents } from "@gondola/kit"
import { daysOf, monthsBetween, type PlanTime, subscriptionCharges } from "./proration"

const time = (id: string, from: string, over: Partial<PlanTime> = {}): PlanTime => ({
  id,
  planName: id,
  monthlyPrice: cents(3900),
  currency: "EUR",
  from,
  until: null,
  free: [],
  ...over,
})
const amounts = (month: string, times: readonly PlanTime[]) =>
  subscriptionCharges(month, times).map((charge) => [charge.from, charge.to, charge.days, charge.amount])

describe("a month of subscription", () => {
  it("costs the price, whole, whatever its length", () => {
    for (const month of ["2026-02", "2026-11", "2026-12", "2028-02"])
      expect(subscriptionCharges(month, [time("Pro", "2025-01-01")])).toMatchObject([{ amount: 3900 }])
  })

  it("is prorated by days at the start and at the end", () => {
    expect(amounts("2026-11", [time("Pro", "2026-11-16")])).toEqual([["2026-11-16", "2026-11-30", 15, 1950]])
    expect(amounts("2026-11", [time("Pro", "2026-10-01", { until: "2026-11-11" })])).toEqual([
      ["2026-11-01", "2026-11-10", 10, 1300],
    ])
    expect(amounts("2026-11", [time("Pro", "2026-12-01")])).toEqual([])
    expect(amounts("2026-11", [time("Pro", "2026-10-01", { until: "2026-11-01" })])).toEqual([])
  })

  it("passes from plan to plan without a day twice or between", () => {
    const change = [
      time("Start", "2026-01-01", { until: "2026-11-21", monthlyPrice: cents(3000) }),
      time("Pro", "2026-11-21", { monthlyPrice: cents(9000) }),
    ]
    expect(amounts("2026-11", change)).toEqual([
      ["2026-11-01", "2026-11-20", 20, 2000],
      ["2026-11-21", "2026-11-30", 10, 3000],
    ])
  })

  it("is free before, inside and after exactly the free days", () => {
    const free = [{ from: "2026-11-10", until: "2026-11-20" }]
    expect(amounts("2026-11", [time("Pro", "2026-01-01", { free })])).toEqual([
      ["2026-11-01", "2026-11-09", 9, 1170],
      ["2026-11-20", "2026-11-30", 11, 1430],
    ])
    expect(amounts("2026-11", [time("Pro", "2026-01-01", { free: [{ from: null, until: "2026-12-01" }] })])).toEqual([])
    expect(amounts("2026-11", [time("Pro", "2026-01-01", { free: [{ from: null, until: null }] })])).toHaveLength(1)
  })

  it("adds up to the price of the month however the time is cut", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 2, max: 28 }), { maxLength: 6 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.constantFrom("2026-02", "2026-11", "2026-12"),
        (cuts, price, month) => {
          const days = daysOf(month)
          const starts = [1, ...cuts].sort((a, b) => a - b).map((day) => days[day - 1]!)
          const times = starts.map((from, i) =>
            time(`t${i}`, from, { until: starts[i + 1] ?? null, monthlyPrice: cents(price) }),
          )
          const charges = subscriptionCharges(month, times)
          expect(charges.reduce((a, charge) => a + charge.amount, 0)).toBe(price)
        },
      ),
    )
  })

  it("never charges a day twice nor more than the dearest plan", () => {
    const anyTime = fc
      .record({
        from: fc.integer({ min: 1, max: 30 }),
        length: fc.integer({ min: 1, max: 30 }),
        price: fc.integer({ min: 0, max: 9_900 }),
      })
      .map(({ from, length, price }, i = 0) =>
        time(`t${from}-${length}-${i}`, `2026-11-${String(from).padStart(2, "0")}`, {
          until: `2026-11-${String(Math.min(30, from + length)).padStart(2, "0")}`,
          monthlyPrice: cents(price),
        }),
      )
    fc.assert(
      fc.property(fc.array(anyTime, { maxLength: 6 }), (times) => {
        const charges = subscriptionCharges("2026-11", times)
        const days = charges.flatMap((c) => daysOf("2026-11").filter((day) => c.from <= day && day <= c.to))
        expect(new Set(days).size).toBe(days.length)
        const dearest = Math.max(0, ...times.map((t) => t.monthlyPrice))
        expect(charges.reduce((a, c) => a + c.amount, 0)).toBeLessThanOrEqual(dearest + charges.length)
      }),
    )
  })
})

it("counts months over the turn of the year", () => {
  expect(monthsBetween("2026-11", "2027-02")).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"])
  expect(monthsBetween("2026-11", "2026-10")).toEqual([])
})
