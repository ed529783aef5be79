import { dayOf, lastDays, monthBounds, monthOf, startOfDay } from "./paris-time"

describe("the retailer's calendar", () => {
  it("turns the day at midnight in Paris, summer and winter", () => {
    expect(dayOf(new Date("2026-07-31T21:59:59Z"))).toBe("2026-07-31")
    expect(monthOf(new Date("2026-07-31T22:00:00Z"))).toBe("2026-08")
    expect(startOfDay("2026-01-15").toISOString()).toBe("2026-01-14T23:00:00.000Z")
    expect(startOfDay("2026-07-15").toISOString()).toBe("2026-07-14T22:00:00.000Z")
  })

  it("bounds a month across the change of the clocks and of the year", () => {
    expect(monthBounds("2026-03")).toEqual({
      from: new Date("2026-02-28T23:00:00Z"),
      to: new Date("2026-03-31T22:00:00Z"),
    })
    expect(monthBounds("2026-12").to).toEqual(new Date("2026-12-31T23:00:00Z"))
    for (const bad of ["2026-13", "2026-1", "x", ""]) expect(() => monthBounds(bad)).toThrow(/YYYY-MM/)
  })

  it("names every day once, across the day with 25 hours", () => {
    expect(lastDays(new Date("2026-10-26T12:00:00Z"), 3)).toEqual(["2026-10-24", "2026-10-25", "2026-10-26"])
  })
})
