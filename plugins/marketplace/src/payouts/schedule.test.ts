import fc from "fast-check"
import { falls, isDue, nextPayday, type Schedule } from "./schedule"

const MONDAY: Schedule = { kind: "WEEKLY", weekday: 1 }
const LAST: Schedule = { kind: "MONTHLY", monthDay: 31 }

it("knows weekdays and the last day of short months", () => {
  expect(falls(MONDAY, "2026-11-23")).toBe(true)
  expect(falls(MONDAY, "2026-11-22")).toBe(false)
  expect(falls({ kind: "WEEKLY", weekday: 7 }, "2026-11-22")).toBe(true)
  expect(falls(LAST, "2026-11-30")).toBe(true)
  expect(falls(LAST, "2026-12-30")).toBe(false)
  expect(falls(LAST, "2028-02-29")).toBe(true)
  expect(falls({ kind: "MANUAL" }, "2026-11-30")).toBe(false)
})

it("catches up a payday that was slept through, once", () => {
  expect(isDue(MONDAY, "2026-11-20", "2026-11-25")).toBe(true)
  expect(isDue(MONDAY, "2026-11-23", "2026-11-25")).toBe(false)
  expect(isDue(MONDAY, null, "2026-11-25")).toBe(false)
  expect(isDue(MONDAY, null, "2026-11-23")).toBe(true)
  expect(isDue({ kind: "MANUAL" }, "2020-01-01", "2026-11-25")).toBe(false)
  expect(isDue({ kind: "DAILY" }, "2026-11-25", "2026-11-25")).toBe(false)
})

it("names the next payday, and it falls", () => {
  expect(nextPayday(MONDAY, "2026-11-23")).toBe("2026-11-30")
  expect(nextPayday(LAST, "2027-01-31")).toBe("2027-02-28")
  expect(nextPayday({ kind: "MANUAL" }, "2026-11-23")).toBeNull()
  const schedule = fc.oneof(
    fc.constant<Schedule>({ kind: "DAILY" }),
    fc.integer({ min: 1, max: 7 }).map((weekday): Schedule => ({ kind: "WEEKLY", weekday })),
    fc.integer({ min: 1, max: 31 }).map((monthDay): Schedule => ({ kind: "MONTHLY", monthDay })),
  )
  fc.assert(
    fc.property(schedule, fc.integer({ min: 0, max: 5_000 }), (each, days) => {
      const today = new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
      const next = nextPayday(each, today)!
      expect(falls(each, next)).toBe(true)
      expect(isDue(each, today, next)).toBe(true)
      expect(next > today).toBe(true)
    }),
  )
})
