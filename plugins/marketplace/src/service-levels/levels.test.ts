import fc from "fast-check"
import { DEFAULT_ORDER_POLICY } from "../order-policy/order-policy"
import { breachesOf, levelFigures, type PartFacts, responseHours, type Said, standingOf } from "./levels"

const day = (n: number) => new Date(Date.UTC(2026, 10, n, 10))
const now = day(22)
const part = (over: Partial<PartFacts> = {}): PartFacts => ({
  placedAt: day(1),
  acceptBy: day(5),
  acceptedAt: day(2),
  promisedBy: day(8),
  kept: 2,
  sentAt: day(4),
  refused: false,
  delivered: 2,
  returned: 0,
  incident: false,
  ...over,
})
const at = { now, minimum: 10 }
const nine = Array.from({ length: 9 }, () => part())

describe("service levels", () => {
  it("count by hand what the fixture holds", () => {
    const parts = [
      ...nine,
      part({ sentAt: day(9) }),
      part({ sentAt: null, delivered: 0 }),
      part({ acceptedAt: null, kept: 0, sentAt: null, delivered: 0, refused: true }),
      part({ refused: true, kept: 1 }),
      part({ returned: 1 }),
      part({ incident: true }),
      // Still has time, and cancelled by the shopper before anybody accepted: neither is judged.
      part({ acceptedAt: null, acceptBy: day(25), promisedBy: day(28), sentAt: null, delivered: 0 }),
      part({ acceptedAt: null, kept: 0, sentAt: null, delivered: 0 }),
    ]
    const figures = levelFigures(parts, [], at)
    expect(figures.acceptance).toEqual({ value: 93.3, count: 14, of: 15 })
    expect(figures.lateShipment).toEqual({ value: 14.3, count: 2, of: 14 })
    expect(figures.cancellation).toEqual({ value: 13.3, count: 2, of: 15 })
    expect(figures.returns).toEqual({ value: 7.7, count: 1, of: 13 })
    expect(figures.incidents).toEqual({ value: 7.7, count: 1, of: 13 })
    const breaches = breachesOf(figures, DEFAULT_ORDER_POLICY.levels)
    expect(breaches.map((breach) => [breach.level, breach.grave])).toEqual([
      ["acceptance", false],
      ["lateShipment", false],
      ["cancellation", true],
      ["incidents", true],
    ])
    expect(standingOf(breaches)).toBe("SUSPENDABLE")
  })

  it("say nothing about too few orders", () => {
    expect(levelFigures([part({ refused: true, kept: 0 })], [], at).cancellation).toEqual({
      value: null,
      count: 1,
      of: 1,
    })
    expect(standingOf(breachesOf(levelFigures([], [], at), DEFAULT_ORDER_POLICY.levels))).toBe("GOOD")
  })

  it("count silence after the deadline against acceptance, and not before", () => {
    const waiting = part({ acceptedAt: null, sentAt: null, delivered: 0, acceptBy: day(20), promisedBy: day(28) })
    expect(levelFigures([...nine, waiting], [], at).acceptance).toMatchObject({ value: 90 })
    expect(levelFigures([...nine, waiting], [], { now: day(19), minimum: 1 }).acceptance).toMatchObject({ value: 100 })
  })

  it("let the limit itself pass", () => {
    const figures = levelFigures(nine, [], { now, minimum: 1 })
    const limits = { ...DEFAULT_ORDER_POLICY.levels, acceptance: { warn: 100, suspend: 100 } }
    expect(breachesOf(figures, limits)).toEqual([])
  })

  it("measure from the first unanswered question to the next answer, silence until now", () => {
    const said = (thread: string, side: Said["side"], hour: number): Said => ({
      thread,
      side,
      at: new Date(now.getTime() - hour * 3_600_000),
    })
    const talk = [
      said("a", "SHOPPER", 30),
      said("a", "SHOPPER", 20),
      said("a", "SELLER", 10),
      said("a", "SELLER", 9),
      said("b", "SELLER", 8),
      said("b", "SHOPPER", 6),
      said("b", "OPERATOR", 5),
      said("c", "SHOPPER", 4),
      said("c", "SELLER", 3),
    ]
    expect(responseHours(talk, now)).toEqual([20, 1, 6])
    expect(levelFigures([], talk, at).responseHours.value).toBe(6)
  })

  it("stay between 0 and 100, whatever happened", () => {
    const any = fc.record({
      placedAt: fc.constant(day(1)),
      acceptBy: fc.integer({ min: 1, max: 30 }).map(day),
      acceptedAt: fc.option(fc.integer({ min: 1, max: 21 }).map(day)),
      promisedBy: fc.integer({ min: 1, max: 30 }).map(day),
      kept: fc.nat(3),
      sentAt: fc.option(fc.integer({ min: 1, max: 21 }).map(day)),
      refused: fc.boolean(),
      delivered: fc.nat(3),
      returned: fc.nat(3),
      incident: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (parts) => {
        for (const figure of Object.values(levelFigures(parts, [], { now, minimum: 1 }))) {
          expect(figure.count).toBeLessThanOrEqual(figure.of)
          if (figure.value !== null) expect(figure.value >= 0 && figure.value <= 100).toBe(true)
        }
      }),
    )
  })
})
