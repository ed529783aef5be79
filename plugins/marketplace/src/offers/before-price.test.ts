import fc from "fast-check"
import { cents } from "@gondola/kit"
import { falseBefore, type RecordedPrice, reducedBy } from "./before-price"

const DAY = 24 * 3600 * 1000
const START = new Date("2026-03-01T10:00:00Z")
const day = (n: number) => new Date(START.getTime() + n * DAY)
const at = (n: number, price: number, applied = true): RecordedPrice => ({
  price: cents(price),
  validFrom: day(n),
  applied,
})
const say = (price: number, before: number) => ({ price: cents(price), before: cents(before) })

describe("a before price", () => {
  it("is refused when the price was lower in the last 30 days: 12, then 15, then −20 % from 15", () => {
    const history = [at(0, 1200), at(1, 1500)]
    expect(reducedBy(cents(1500), 20)).toBe(1200)
    expect(falseBefore(history, say(1200, 1500), day(2))).toMatchObject({ lowest: 1200 })
    // Also while the offer was a draft, and whatever the new price is.
    expect(
      falseBefore(
        history.map((p) => ({ ...p, applied: false })),
        say(1200, 1500),
        day(2),
      )?.lowest,
    ).toBe(1200)
    expect(falseBefore(history, say(1100, 1500), day(2))).toMatchObject({ lowest: 1200 })
    expect(falseBefore(history, say(1100, 1200), day(2))).toBeNull()
  })

  it("may be told once the lower price is more than 30 days past", () => {
    const history = [at(0, 1200), at(1, 1500)]
    expect(falseBefore(history, say(1200, 1500), day(30))).not.toBeNull()
    expect(falseBefore(history, say(1200, 1500), day(31.1))).toBeNull()
  })

  it("must have been asked from shoppers", () => {
    expect(falseBefore([], say(1200, 1500), day(0))).toMatchObject({ lowest: null })
    expect(falseBefore([at(0, 9900, false)], say(1200, 9900), day(1))).not.toBeNull()
    expect(falseBefore([at(0, 9900, false), at(1, 1500)], say(1200, 9900), day(2))).not.toBeNull()
    expect(falseBefore([at(0, 1500)], say(1200, 1500), day(2))).toBeNull()
  })

  it("is above the price", () => {
    expect(falseBefore([at(0, 1500)], say(1500, 1500), day(2))).not.toBeNull()
    expect(falseBefore([at(0, 1500)], say(1600, 1500), day(2))).not.toBeNull()
  })

  it("never stands above any price of the 30 days before, whatever the history", () => {
    const history = fc.array(
      fc.record({ n: fc.integer({ min: 0, max: 60 }), price: fc.integer({ min: 1, max: 50 }) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        (points, price, before) => {
          const past = points.map(({ n, price: p }) => at(n, p))
          if (falseBefore(past, say(price, before), day(61)) !== null) return
          expect(before).toBeGreaterThan(price)
          const inForce = [...past].sort((a, b) => +a.validFrom - +b.validFrom)
          const last = inForce.at(-1)!
          // The price that is in force now is one that was asked for in the 30 days before.
          if (last.price > price) expect(before).toBeLessThanOrEqual(last.price)
        },
      ),
    )
  })
})
