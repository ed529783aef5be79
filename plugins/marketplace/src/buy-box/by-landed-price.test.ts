import { cents } from "@gondola/kit"
import fc from "fast-check"
import { landedPrice, type BoxOffer } from "./buy-box"
import { chooseBuyBox } from "./by-landed-price"

const NOW = new Date("2026-11-22T10:00:00Z")
const offer = (id: string, over: Partial<BoxOffer> = {}): BoxOffer => ({
  id,
  sellerId: id,
  condition: "NEW",
  price: cents(1000),
  delivery: cents(490),
  currency: "EUR",
  leadTimeDays: 2,
  stock: 5,
  ...over,
})

describe("chooseBuyBox", () => {
  it("compares prices with delivery", () => {
    const dear = offer("a", { price: cents(900), delivery: cents(600) })
    const cheap = offer("b", { price: cents(1000), delivery: cents(0) })
    const { winner, reason } = chooseBuyBox([dear, cheap], NOW)
    expect(winner?.id).toBe("b")
    expect(reason?.fr).toMatch(/^Prix livré le plus bas : 10,00\s€$/)
    expect(reason?.en).toBe("Lowest price with delivery: €10.00")
  })

  it("takes the sooner one at the same price", () => {
    const { winner, reason } = chooseBuyBox([offer("a"), offer("b", { leadTimeDays: 1 })], NOW)
    expect(winner?.id).toBe("b")
    expect(reason?.en).toBe("Same price with delivery, shipped sooner")
  })

  it("puts new goods before cheaper used ones", () => {
    const used = offer("a", { condition: "USED_GOOD", price: cents(100) })
    expect(chooseBuyBox([used, offer("b")], NOW).winner?.id).toBe("b")
  })

  it("says when there is no choice, and chooses nothing from nothing", () => {
    const soldOut = offer("b", { price: cents(1), stock: 0 })
    expect(chooseBuyBox([offer("a"), soldOut], NOW).reason?.fr).toBe("Seule offre en stock")
    expect(chooseBuyBox([soldOut], NOW)).toEqual({ ranked: [soldOut], winner: null, reason: null })
    expect(chooseBuyBox([], NOW).winner).toBeNull()
  })

  const offers = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{1,3}$/),
      sellerId: fc.option(fc.constantFrom("s1", "s2")),
      condition: fc.constantFrom("NEW" as const, "REFURBISHED" as const, "USED_GOOD" as const),
      price: fc.integer({ min: 1, max: 5 }).map(cents),
      currency: fc.constant("EUR"),
      delivery: fc.integer({ min: 0, max: 3 }).map(cents),
      leadTimeDays: fc.nat(2),
      stock: fc.nat(2),
    }),
    { selector: (o) => o.id, maxLength: 8 },
  )

  it("does not depend on the order of the offers", () => {
    fc.assert(
      fc.property(offers, fc.infiniteStream(fc.nat()), (list, random) => {
        const shuffled = list.map((o) => [random.next().value as number, o] as const).sort(([a], [b]) => a - b)
        expect(
          chooseBuyBox(
            shuffled.map(([, o]) => o),
            NOW,
          ),
        ).toEqual(chooseBuyBox(list, NOW))
      }),
    )
  })

  it("never lets an offer without stock win, and always one with stock when there is one", () => {
    fc.assert(
      fc.property(offers, (list) => {
        const { winner, ranked } = chooseBuyBox(list, NOW)
        expect(winner === null).toBe(list.every((o) => o.stock === 0))
        expect(winner?.stock).not.toBe(0)
        expect([...ranked].map((o) => o.id).sort()).toEqual(list.map((o) => o.id).sort())
      }),
    )
  })

  it("never passes over a cheaper offer in the same condition", () => {
    fc.assert(
      fc.property(offers, (list) => {
        const { winner } = chooseBuyBox(list, NOW)
        for (const other of list)
          if (winner && other.stock > 0 && (other.condition === "NEW") === (winner.condition === "NEW"))
            expect(landedPrice(winner)).toBeLessThanOrEqual(landedPrice(other))
      }),
    )
  })
})
