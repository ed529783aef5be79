import { remaining } from "./remaining"

const startedAt = "2026-11-22T10:00:00Z"
const at = (seconds: number): number => Date.parse(startedAt) + seconds * 1000

test("rate and time left of a run", () => {
  expect(remaining({ done: 1000, total: 19_000, startedAt }, at(10))).toEqual({ perSecond: 100, minutes: 3 })
  expect(remaining({ done: 0, total: 10, startedAt }, at(10))).toBeUndefined()
  expect(remaining({ done: 10, total: 10, startedAt }, at(10))).toEqual({ perSecond: 1, minutes: 0 })
})
