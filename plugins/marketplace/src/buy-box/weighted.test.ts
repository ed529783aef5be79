import fc from "fast-check"
import { cents } from "@gondola/kit"
import type { BoxOffer } from "./buy-box"
import { byLandedPrice } from "./by-landed-price"
import { checkSetting, STRATEGY_NAMES, strategyOf } from "./strategies"
import { DEFAULT_WEIGHTS, weighted } from "./weighted"

const now = new Date("2026-03-01T10:00:00Z")
const offer = (over: Partial<BoxOffer> = {}): BoxOffer => ({
  id: "a",
  sellerId: "sel_1",
  condition: "NEW",
  price: cents(1000),
  delivery: cents(0),
  currency: "EUR",
  leadTimeDays: 2,
  stock: 5,
  ...over,
})

describe("the weighted buy box", () => {
  const strategy = weighted(DEFAULT_WEIGHTS)

  it("weighs a little money against much time, and says what decided", () => {
    const { winner, reason } = strategy.choose(
      [offer({ id: "slow", price: cents(990), leadTimeDays: 20 }), offer({ id: "fast", leadTimeDays: 0 })],
      now,
    )
    expect([winner?.id, reason?.en]).toEqual(["fast", "Best overall, mostly for its fast shipping"])
    expect(
      byLandedPrice.choose([offer({ id: "slow", price: cents(990), leadTimeDays: 20 }), offer()], now).winner?.id,
    ).toBe("slow")
  })

  it("lets measured service decide between equals", () => {
    const good = offer({ id: "good", quality: 0.98 })
    expect(strategy.choose([offer({ id: "bad", quality: 0.6 }), good], now).winner?.id).toBe("good")
  })

  it("publishes its rule with the shares", () => {
    expect(strategy.rule.fr).toContain("le prix livraison comprise (60 %)")
    expect(weighted({ ...DEFAULT_WEIGHTS, stock: 0 }).rule.en).not.toContain("stock (")
  })

  it("refuses weights that weigh nothing", () => {
    expect(() =>
      checkSetting({ strategy: "weighted", weights: { price: 0, leadTime: 0, stock: 0, quality: 0, condition: 0 } }),
    ).toThrow()
    expect(() => checkSetting({ strategy: "weighted", weights: { ...DEFAULT_WEIGHTS, price: -1 } })).toThrow()
  })
})

const any = fc.record({
  sellerId: fc.option(fc.constantFrom("sel_1", "sel_2")),
  condition: fc.constantFrom("NEW" as const, "REFURBISHED" as const, "USED_GOOD" as const),
  price: fc.integer({ min: 1, max: 100_000 }).map(cents),
  delivery: fc.integer({ min: 0, max: 1000 }).map(cents),
  leadTimeDays: fc.nat({ max: 30 }),
  stock: fc.nat({ max: 20 }),
  quality: fc.double({ min: 0, max: 1, noNaN: true }),
})
const many = fc.array(any, { maxLength: 6 }).map((list) => list.map((one, n) => offer({ ...one, id: `o${n}` })))

describe.each(STRATEGY_NAMES)("every strategy: %s", (name) => {
  const strategy = strategyOf({ strategy: name, weights: DEFAULT_WEIGHTS })

  it("keeps every offer, lets nothing win that is out of stock, and does not look at the order it is told", () => {
    fc.assert(
      fc.property(many, (offers) => {
        const { ranked, winner, reason } = strategy.choose(offers, now)
        expect([...ranked].map((o) => o.id).sort()).toEqual(offers.map((o) => o.id).sort())
        expect(winner === null).toBe(offers.every((o) => o.stock <= 0))
        if (winner) expect([winner.stock > 0, ranked[0]?.id, reason === null]).toEqual([true, winner.id, false])
        expect(strategy.choose([...offers].reverse(), now).winner?.id).toBe(winner?.id)
      }),
    )
  })

  it("treats the retailer like any seller", () => {
    fc.assert(
      fc.property(many, (offers) => {
        const masked = offers.map((o) => ({ ...o, sellerId: "somebody" }))
        expect(strategy.choose(masked, now).winner?.id).toBe(strategy.choose(offers, now).winner?.id)
      }),
    )
  })

  it("never lets a lower price hurt", () => {
    fc.assert(
      fc.property(many, (offers) => {
        const winner = strategy.choose(offers, now).winner
        fc.pre(winner !== null)
        const cheaper = offers.map((o) => (o.id === winner!.id ? { ...o, price: cents(Math.max(1, o.price - 1)) } : o))
        expect(strategy.choose(cheaper, now).winner?.id).toBe(winner!.id)
      }),
    )
  })
})
