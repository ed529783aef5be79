import { cents } from "@gondola/kit"
import fc from "fast-check"
import { priorPrice, type PricePoint } from "./prior-price"

const DAY = 24 * 3600 * 1000
const T0 = Date.UTC(2026, 0, 1)
const on = (day: number, price: number): PricePoint => ({ price: cents(price), validFrom: new Date(T0 + day * DAY) })
const at = (day: number) => new Date(T0 + day * DAY)

describe("priorPrice", () => {
  it("is the price before the cut", () => {
    expect(priorPrice([on(0, 1000), on(60, 800)], at(61))).toBe(1000)
  })

  it("is the lowest of the 30 days, not the last one: no raise just before the sale", () => {
    expect(priorPrice([on(0, 1000), on(50, 1500), on(60, 900)], at(60))).toBe(1000)
    expect(priorPrice([on(0, 1000), on(20, 1500), on(60, 900)], at(60))).toBe(1500)
  })

  it("announces nothing when the price of the 30 days was as low", () => {
    expect(priorPrice([on(0, 800), on(50, 1500), on(60, 900)], at(60))).toBeNull()
  })

  it("counts successive cuts from the first", () => {
    expect(priorPrice([on(0, 1000), on(40, 900), on(50, 800)], at(55))).toBe(1000)
  })

  it("takes a cut after a month of calm as a new reduction", () => {
    expect(priorPrice([on(0, 1000), on(40, 900), on(80, 800)], at(85))).toBe(900)
  })

  it("ends with a raise, and 30 days after the last cut", () => {
    expect(priorPrice([on(0, 1000), on(40, 800), on(45, 900)], at(46))).toBeNull()
    expect(priorPrice([on(0, 1000), on(40, 800)], at(70))).toBe(1000)
    expect(priorPrice([on(0, 1000), on(40, 800)], at(71))).toBeNull()
  })

  it("knows nothing of the future and of a first price", () => {
    expect(priorPrice([on(0, 1000), on(10, 500)], at(5))).toBeNull()
    expect(priorPrice([on(0, 1000)], at(1))).toBeNull()
    expect(priorPrice([], at(0))).toBeNull()
  })

  const histories = fc.array(fc.record({ day: fc.nat(120), price: fc.integer({ min: 1, max: 50 }) }), { maxLength: 12 })

  it("never claims a price that nobody paid, nor one below the present", () => {
    fc.assert(
      fc.property(histories, fc.nat(130), (points, day) => {
        const history = points.map((p) => on(p.day, p.price))
        const prior = priorPrice(history, at(day))
        if (prior === null) return
        const past = history.filter((p) => p.validFrom <= at(day)).sort((a, b) => +a.validFrom - +b.validFrom)
        expect(past.map((p) => p.price)).toContain(prior)
        expect(prior).toBeGreaterThan(
          Math.min(...past.filter((p) => +p.validFrom === +past.at(-1)!.validFrom).map((p) => p.price)),
        )
      }),
    )
  })

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(histories, fc.nat(130), (points, day) => {
        const history = points.map((p) => on(p.day, p.price))
        expect(priorPrice([...history].reverse(), at(day))).toBe(priorPrice(history, at(day)))
      }),
    )
  })
})
