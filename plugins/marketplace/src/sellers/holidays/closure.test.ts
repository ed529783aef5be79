import fc from "fast-check"
import { closureAt, nextClosure } from "./closure"

const at = (text: string) => new Date(text)
const summer = { from: at("2026-08-01T22:00:00Z"), until: at("2026-08-15T22:00:00Z") }
const winter = { from: at("2026-12-24T23:00:00Z"), until: at("2027-01-02T23:00:00Z") }

describe("a closure", () => {
  it("shuts inside, and only inside", () => {
    expect(closureAt([summer], at("2026-07-01T12:00:00Z"))).toBeNull()
    expect(closureAt([summer], new Date(+summer.from - 1))).toBeNull()
    expect(closureAt([summer], summer.from)).toBe(summer)
    expect(closureAt([summer], at("2026-08-10T12:00:00Z"))).toBe(summer)
    expect(closureAt([summer], new Date(+summer.until - 1))).toBe(summer)
    expect(closureAt([summer], summer.until)).toBeNull()
    expect(closureAt([summer], at("2026-09-01T12:00:00Z"))).toBeNull()
    expect(closureAt([], at("2026-08-10T12:00:00Z"))).toBeNull()
  })

  it("is told ahead, the nearest first", () => {
    expect(nextClosure([winter, summer], at("2026-07-01T00:00:00Z"))).toBe(summer)
    expect(nextClosure([winter, summer], at("2026-08-05T00:00:00Z"))).toBe(winter)
    expect(nextClosure([winter, summer], at("2027-02-01T00:00:00Z"))).toBeNull()
  })

  it("holds at an instant exactly when one of the intervals contains it", () => {
    const instant = fc.integer({ min: 0, max: 1000 })
    const closure = fc
      .tuple(instant, fc.integer({ min: 1, max: 200 }))
      .map(([from, length]) => ({ from: new Date(from), until: new Date(from + length) }))
    fc.assert(
      fc.property(fc.array(closure), instant, (closures, now) => {
        const inside = closures.some((each) => +each.from <= now && now < +each.until)
        expect(closureAt(closures, new Date(now)) !== null).toBe(inside)
      }),
    )
  })
})
