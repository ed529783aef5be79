import fc from "fast-check"
import { cents, sum } from "@gondola/kit"
import { chargeCommission } from "./charge"
import { reversalFor } from "./reversal"
import { matchRule, reordered, type CommissionRule, type CommissionSubject } from "./rule"

const rule = (id: string, position: number, over: Partial<CommissionRule> = {}): CommissionRule => ({
  id,
  name: id,
  position,
  active: true,
  categoryHandle: null,
  sellerId: null,
  brand: null,
  minPrice: null,
  rateBps: 1500,
  fixed: cents(0),
  ...over,
})
const mug: CommissionSubject = {
  sellerId: "sel_a",
  brand: "Kaolin",
  categoryHandles: ["table", "mugs"],
  unitPrice: cents(1200),
}

describe("which rule", () => {
  it("is the first that fits in the operator's order, however specific the next", () => {
    const general = rule("general", 1)
    const exact = rule("exact", 2, { sellerId: "sel_a", categoryHandle: "mugs", brand: "Kaolin" })
    expect(matchRule([exact, general], mug)?.id).toBe("general")
    expect(matchRule(reordered([general, exact], "exact", 1), mug)?.id).toBe("exact")
  })

  it("holds for the descendants of its category", () => {
    expect(matchRule([rule("table", 1, { categoryHandle: "table" })], mug)?.id).toBe("table")
    expect(matchRule([rule("garden", 1, { categoryHandle: "garden" })], mug)).toBeNull()
  })

  it("matches nothing when empty, unknown or switched off", () => {
    expect(matchRule([], mug)).toBeNull()
    expect(matchRule([rule("a", 1, { categoryHandle: "" })], mug)).toBeNull()
    expect(matchRule([rule("a", 1, { sellerId: "" })], mug)).toBeNull()
    expect(matchRule([rule("a", 1, { brand: " " })], { ...mug, brand: " " })).toBeNull()
    expect(matchRule([rule("a", 1, { brand: "Kaolin" })], { ...mug, brand: null })).toBeNull()
    expect(matchRule([rule("a", 1, { active: false })], mug)).toBeNull()
  })

  it("takes a price band by its lower bound", () => {
    const band = rule("dear", 1, { minPrice: cents(1200) })
    expect(matchRule([band], mug)?.id).toBe("dear")
    expect(matchRule([band], { ...mug, unitPrice: cents(1199) })).toBeNull()
  })

  it("keeps every rule once, numbered from 1, wherever one is moved", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.integer({ min: -3, max: 12 }),
        (ids, pick, position) => {
          const rules = ids.map((id, i) => rule(id, (i + 1) * 10))
          const id = ids[pick % ids.length]!
          const moved = reordered(rules, id, position)
          expect(moved.map((r) => r.position)).toEqual(ids.map((_, i) => i + 1))
          expect(moved.map((r) => r.id).filter((x) => x !== id)).toEqual(ids.filter((x) => x !== id))
          expect(moved[Math.min(Math.max(position, 1), ids.length) - 1]!.id).toBe(id)
        },
      ),
    )
  })
})

describe("what is charged and given back", () => {
  it("follows the worked case to the cent", () => {
    const mugs = chargeCommission(rule("a", 1), cents(3600), 3)
    const lamp = chargeCommission(rule("b", 2, { rateBps: 1200 }), cents(12900), 1)
    expect([mugs.amount, lamp.amount]).toEqual([540, 1548])
    const fresh = { reversedBase: cents(0), reversedAmount: cents(0) }
    expect(reversalFor({ ...mugs, ...fresh }, cents(2400))).toBe(360)
    expect(reversalFor({ ...lamp, ...fresh }, cents(11610))).toBe(1393)
  })

  it("adds the fixed part for each unit and never takes more than the price", () => {
    expect(chargeCommission(rule("a", 1, { fixed: cents(50) }), cents(3600), 3).amount).toBe(690)
    expect(chargeCommission(rule("a", 1, { fixed: cents(9999) }), cents(3600), 3).amount).toBe(3600)
  })

  it("gives back all of it and never more, in any number of partial refunds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 500 }),
        (parts, rateBps, fixed) => {
          const base = sum(parts.map((p) => cents(p)))
          const charge = chargeCommission(rule("r", 1, { rateBps, fixed: cents(fixed) }), base, parts.length)
          let state = { ...charge, reversedBase: cents(0), reversedAmount: cents(0) }
          for (const part of parts) {
            const back = reversalFor(state, cents(part))
            expect(back).toBeGreaterThanOrEqual(0)
            state = {
              ...state,
              reversedBase: cents(state.reversedBase + part),
              reversedAmount: cents(state.reversedAmount + back),
            }
            expect(state.reversedAmount).toBeLessThanOrEqual(charge.amount)
          }
          expect(state.reversedAmount).toBe(charge.amount)
          expect(() => reversalFor(state, cents(1))).toThrow(/more would be refunded/)
        },
      ),
    )
  })
})
