import { nextTry, WAITS } from "./backoff"

describe("nextTry", () => {
  it("waits longer each time and then gives up", () => {
    const now = new Date("2026-11-22T08:00:00Z")
    const waits = WAITS.map((_, i) => nextTry(i + 1, now)!.getTime() - now.getTime())
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(new Set(waits).size).toBe(waits.length)
    expect(waits[0]).toBe(60_000)
    expect(nextTry(WAITS.length + 1, now)).toBeNull()
  })
})
