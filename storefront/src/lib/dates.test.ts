import { formatDay, formatInstant } from "./dates"

describe("dates are the retailer's", () => {
  test("the last minute of a day in Paris is still that day", () => {
    expect(formatDay("2026-12-08T22:59:59.000Z", "fr")).toBe("mardi 8 décembre 2026")
    expect(formatDay("2026-12-08T23:00:00.000Z", "fr")).toBe("mercredi 9 décembre 2026")
    // The comma depends on the version of ICU.
    expect(formatDay("2026-12-08T22:59:59.000Z", "en")).toMatch(/^Tuesday,? 8 December 2026$/)
  })

  test("summer time counts", () => expect(formatInstant("2026-07-01T12:05:00.000Z", "fr")).toContain("14:05"))
})
