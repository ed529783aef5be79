import { monthBy } from "./monthBy"

test("months go round the year", () => {
  expect(monthBy("2026-11", 1)).toBe("2026-12")
  expect(monthBy("2026-12", 1)).toBe("2027-01")
  expect(monthBy("2026-01", -1)).toBe("2025-12")
})
