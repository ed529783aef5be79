import fc from "fast-check"
import { cents } from "@gondola/kit"
import { changedBy, changedDraft, checkChange } from "./bulk-change"

const offer = { sku: "A", price: cents(1500) }

describe("one change for many offers", () => {
  it("changes what is said and nothing else", () => {
    expect(changedDraft(offer, { stock: 0 })).toEqual({ sku: "A", stock: 0 })
    expect(changedDraft(offer, { pricePercent: 5 })).toEqual({ sku: "A", price: 1575 })
    expect(changedDraft(offer, { pricePercent: -10 })).toEqual({ sku: "A", price: 1350 })
    expect(changedDraft(offer, { discountPercent: 20 })).toEqual({ sku: "A", price: 1200, before: 1500 })
    expect(changedDraft(offer, { state: "paused", leadTimeDays: 3 })).toEqual({
      sku: "A",
      state: "paused",
      leadTimeDays: 3,
    })
  })

  it("refuses what contradicts itself", () => {
    for (const change of [{}, { price: cents(1), pricePercent: 2 }, { pricePercent: -100 }, { discountPercent: 100 }])
      expect(() => checkChange(change)).toThrow()
    expect(() => checkChange({ pricePercent: -5 })).not.toThrow()
  })

  it("never asks less than a cent and goes the way it was told", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: -9999, max: 100_000 }), (price, bps) => {
        const after = changedBy(cents(price), bps / 100)
        expect(after).toBeGreaterThanOrEqual(1)
        if (bps > 0) expect(after).toBeGreaterThanOrEqual(price)
        if (bps < 0) expect(after).toBeLessThanOrEqual(price)
      }),
    )
  })
})
