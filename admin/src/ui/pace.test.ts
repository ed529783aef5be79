import { paceOf } from "./pace"

const startedAt = "2026-11-22T10:00:00Z"
const after = (seconds: number): number => Date.parse(startedAt) + seconds * 1000

test("rate and rest follow from what is done", () => {
  expect(paceOf({ done: 600, total: 6000, startedAt }, after(10))).toEqual({ perSecond: 60, secondsLeft: 90 })
  expect(paceOf({ done: 6000, total: 6000, startedAt }, after(100))).toEqual({ perSecond: 60, secondsLeft: 0 })
  expect(paceOf({ done: 7000, total: 6000, startedAt }, after(100))?.secondsLeft).toBe(0)
})

test("an unknown whole has a rate and no end; the first seconds have nothing", () => {
  expect(paceOf({ done: 10, total: null, startedAt }, after(10))).toEqual({ perSecond: 1, secondsLeft: undefined })
  expect(paceOf({ done: 10, total: 20, startedAt }, after(1))).toBeUndefined()
  expect(paceOf({ done: 0, total: 20, startedAt }, after(60))).toBeUndefined()
})
