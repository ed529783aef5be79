import fc from "fast-check"
import { allocate, cents, centsOf, centsOfDecimal, microsOf, shareHalfUp } from "./money"

describe("money", () => {
  it("refuses fractions", () => {
    expect(() => cents(0.5)).toThrow(RangeError)
    expect(() => cents(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError)
  })

  it("rounds a share half up, the same for a refund", () => {
    expect(shareHalfUp(cents(11610), 1200)).toBe(1393)
    expect(shareHalfUp(cents(2400), 1500)).toBe(360)
    expect(shareHalfUp(cents(1), 5000)).toBe(1)
    expect(shareHalfUp(cents(-1), 5000)).toBe(-1)
    expect(shareHalfUp(cents(1500), -1000)).toBe(-150)
    expect(shareHalfUp(cents(-1500), -1000)).toBe(150)
  })

  it("reads Medusa's decimals without float dust", () => {
    expect(centsOfDecimal(214.9)).toBe(21490)
    expect(centsOfDecimal(1.005)).toBe(101)
    expect(centsOfDecimal(-26.973)).toBe(-2697)
  })

  it("converts cents to micros and back exactly", () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), (n) => centsOf(microsOf(cents(n))) === cents(n)))
  })

  it("allocates without losing a cent and never more than one unit from the exact share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 12 }),
        (total, weights) => {
          const parts = allocate(cents(total), weights)
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total === 0 ? 0 : total)
          const whole = weights.reduce((a, b) => a + b, 0)
          if (whole > 0)
            parts.forEach((p, i) => expect(Math.abs(p - (total * weights[i]!) / whole)).toBeLessThan(1.000001))
        },
      ),
    )
  })
})
