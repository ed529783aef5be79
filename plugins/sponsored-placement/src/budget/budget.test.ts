import type { Micros } from "@gondola/kit"
import fc from "fast-check"
import { addDays, budgetDay } from "./budget-day"
import { leftOf, type Purse, refusalOf } from "./decide-charge"

const amount = fc.integer({ min: 0, max: 50 }) as fc.Arbitrary<Micros>

describe("budgets", () => {
  it("ends a day at the retailer's midnight, in winter, in summer and when the clock changes", () => {
    const day = (iso: string) => budgetDay(new Date(iso), "Europe/Paris")
    expect(day("2026-01-31T22:59:59Z")).toBe("2026-01-31")
    expect(day("2026-01-31T23:00:00Z")).toBe("2026-02-01")
    expect(day("2026-07-14T21:59:59Z")).toBe("2026-07-14")
    expect(day("2026-07-14T22:00:00Z")).toBe("2026-07-15")
    // 2026-03-29 has 23 hours, 2026-10-25 has 25.
    expect(day("2026-03-28T23:00:00Z")).toBe("2026-03-29")
    expect(day("2026-03-29T21:59:59Z")).toBe("2026-03-29")
    expect(day("2026-03-29T22:00:00Z")).toBe("2026-03-30")
    expect(day("2026-10-24T22:00:00Z")).toBe("2026-10-25")
    expect(day("2026-10-25T22:59:59Z")).toBe("2026-10-25")
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28")
  })

  it("charges exactly what is left and never more", () => {
    fc.assert(
      fc.property(
        fc.record({
          balance: amount,
          lifetimeBudget: amount,
          spent: amount,
          dailyBudget: amount,
          spentToday: amount,
          state: fc.constant("ACTIVE"),
        }),
        fc.integer({ min: 1, max: 60 }),
        (purse: Purse, price) => (refusalOf(purse, price as Micros) === null) === price <= leftOf(purse),
      ),
    )
  })

  it("names the tightest cap in order", () => {
    const purse = {
      balance: 1,
      lifetimeBudget: 1,
      spent: 0,
      dailyBudget: 1,
      spentToday: 0,
      state: "ACTIVE",
    } as unknown as Purse
    const two = 2 as Micros
    expect(refusalOf(purse, two)).toBe("wallet_empty")
    expect(refusalOf({ ...purse, balance: 9 as Micros }, two)).toBe("over_lifetime_budget")
    expect(refusalOf({ ...purse, balance: 9 as Micros, lifetimeBudget: 9 as Micros }, two)).toBe("over_daily_budget")
    expect(refusalOf({ ...purse, state: "PAUSED" }, two)).toBe("campaign_stopped")
  })
})
