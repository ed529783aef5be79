import { Velocity } from "./velocity"

describe("velocity", () => {
  it("counts within the window, per key", () => {
    const velocity = new Velocity(1000)
    expect([0, 400, 999, 1000, 2500].map((at) => velocity.before("a", at))).toEqual([0, 1, 2, 2, 0])
    expect(velocity.before("b", 2500)).toBe(0)
  })

  it("counts an event once, however often it is sent", () => {
    const velocity = new Velocity(1000)
    expect([0, 1, 2].map((at) => velocity.before("a", at, "one"))).toEqual([0, 0, 0])
    expect(velocity.before("a", 3, "two")).toBe(1)
  })

  it("forgets the key that was seen longest ago when there are too many", () => {
    const velocity = new Velocity(1000, 2)
    for (const key of ["a", "b", "a", "c"]) velocity.before(key, 0)
    expect(velocity.before("a", 1)).toBe(2)
    expect(velocity.before("b", 1)).toBe(0)
  })
})
