import fc from "fast-check"
import { oneMonthAfter } from "./deadline"

describe("the month to answer", () => {
  it.each([
    ["2026-11-22T08:00:00Z", "2026-12-22T08:00:00.000Z"],
    ["2027-01-31T08:00:00Z", "2027-02-28T08:00:00.000Z"],
    ["2028-01-30T08:00:00Z", "2028-02-29T08:00:00.000Z"],
    ["2026-12-31T23:59:59Z", "2027-01-31T23:59:59.000Z"],
  ])("%s ends %s", (from, to) => expect(oneMonthAfter(new Date(from)).toISOString()).toBe(to))

  it("is 28 to 31 days", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2020-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }),
        (from) => {
          const days = (oneMonthAfter(from).getTime() - from.getTime()) / 86_400_000
          expect(days).toBeGreaterThanOrEqual(28)
          expect(days).toBeLessThanOrEqual(31)
        },
      ),
    )
  })
})
