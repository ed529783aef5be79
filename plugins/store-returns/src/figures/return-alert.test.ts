import fc from "fast-check"
import { returnAlerts, type ReturnCount, wilsonFloor } from "./return-alert"

const count = (productId: string, sold: number, returned: number, category: string | null = "lampes"): ReturnCount => ({
  productId,
  category,
  sold,
  returned,
})

describe("the floor of a rate", () => {
  it("is that of published tables", () => {
    // 10 of 100 at 95 %: 5.52 %; 1 of 10: 1.79 %; 20 of 20: 83.89 %.
    expect(wilsonFloor(10, 100)).toBeCloseTo(0.0552, 3)
    expect(wilsonFloor(1, 10)).toBeCloseTo(0.0179, 3)
    expect(wilsonFloor(20, 20)).toBeCloseTo(0.8389, 3)
    expect(wilsonFloor(0, 50)).toBe(0)
    expect(wilsonFloor(0, 0)).toBe(0)
  })

  it("lies below the rate, rises with the hits, and comes nearer with more units", () => {
    const units = fc.integer({ min: 1, max: 5000 })
    fc.assert(
      fc.property(units, fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const hits = Math.floor(n * share)
        const floor = wilsonFloor(hits, n)
        expect(floor).toBeGreaterThanOrEqual(0)
        expect(floor).toBeLessThanOrEqual(hits / n + 1e-12)
        if (hits < n) expect(wilsonFloor(hits + 1, n)).toBeGreaterThan(floor)
        expect(wilsonFloor(hits * 4, n * 4)).toBeGreaterThanOrEqual(floor - 1e-12)
      }),
    )
  })
})

describe("K4", () => {
  it("alerts on the worked case: 12 of 40 come back where the category has 5 %", () => {
    const counts = [count("bad", 40, 12), count("good", 960, 38)]
    // Floor of 12/40 = 18.07 %; the category 50/1000 = 5 %, its bar 7.5 %.
    expect(returnAlerts(counts)).toEqual([
      { ...counts[0], rate: 0.3, floor: expect.closeTo(0.1807, 3) as number, categoryRate: 0.05 },
    ])
  })

  it("does not alert below 20 units, nor where the floor only just misses 1.5 times", () => {
    expect(returnAlerts([count("few", 19, 19), count("rest", 10_000, 10)])).toEqual([])
    expect(returnAlerts([count("twenty", 20, 10), count("rest", 10_000, 10)])).toHaveLength(1)
    // 8 of 40: floor 10.5 %, bar 1.5 × 8 % = 12 %.
    expect(returnAlerts([count("so so", 40, 8), count("rest", 960, 72)])).toEqual([])
  })

  it("compares with its own category only", () => {
    const counts = [
      count("lamp", 40, 12),
      count("lamps", 960, 38),
      count("shirt", 100, 30, "robes"),
      count("robes", 900, 270, "robes"),
    ]
    expect(returnAlerts(counts).map((alert) => alert.productId)).toEqual(["lamp"])
  })

  it("never alerts on the only product of a category, and never on what does not come back", () => {
    const some = fc.record({
      sold: fc.integer({ min: 1, max: 500 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (products) => {
        const counts = products.map(({ sold, share }, i) =>
          count(`p${i}`, sold, Math.floor(sold * share), i % 3 ? "a" : `only-${i}`),
        )
        for (const alert of returnAlerts(counts)) {
          expect(alert.category).toBe("a")
          expect(alert.returned).toBeGreaterThan(0)
          expect(alert.sold).toBeGreaterThanOrEqual(20)
          expect(alert.rate).toBeGreaterThan(1.5 * alert.categoryRate)
        }
      }),
    )
  })
})
