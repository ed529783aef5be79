import fc from "fast-check"
import { nextSize } from "./pace"

const pace = { least: 10, most: 100, aimMs: 500 }

describe("the size of a chunk", () => {
  it("grows while chunks are quick, shrinks when they are slow, and stays where it fits", () => {
    expect(nextSize(pace, { size: 25, ms: 100 })).toBe(50)
    expect(nextSize(pace, { size: 100, ms: 4000 })).toBe(50)
    expect(nextSize(pace, { size: 50, ms: 500 })).toBe(50)
    expect(nextSize(pace, { size: 25, ms: 0 })).toBe(50)
  })

  it("never leaves its limits, and settles where a chunk takes what it may", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 400, noNaN: true }), (msEach) => {
        let size = 25
        for (let turn = 0; turn < 12; turn += 1) {
          size = nextSize(pace, { size, ms: size * msEach })
          expect(size).toBeGreaterThanOrEqual(pace.least)
          expect(size).toBeLessThanOrEqual(pace.most)
        }
        const fits = Math.min(pace.most, Math.max(pace.least, Math.floor(pace.aimMs / msEach)))
        expect(Math.abs(size - fits)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
