import fc from "fast-check"
import { type Cents, cents, sum } from "@gondola/kit"
import { feeVat } from "../vat/fee-vat"
import { type ChargedSale, chargeCommission, type CommissionCharge } from "./charge"
import { type ChargeState, reversalFor } from "./reversal"
import { explainRules, matchRule, reordered } from "./rule"
import { aMug, aRule } from "./rule.fixture"

const french = feeVat({ countryCode: "fr", vatNumber: null })
const german = feeVat({ countryCode: "de", vatNumber: "DE136695976" })
const sold = (goods: number, quantity: number, over: Partial<ChargedSale> = {}): ChargedSale => ({
  goods: cents(goods),
  quantity,
  shipping: cents(0),
  goodsVatBps: 2000,
  shippingVatBps: 2000,
  ...over,
})
const fresh = (charge: CommissionCharge): ChargeState => ({
  ...charge,
  reversedGross: cents(0),
  reversedBase: cents(0),
  reversedAmount: cents(0),
  reversedVat: cents(0),
})

describe("which rule", () => {
  it("is the first that fits in the operator's order, however specific the next", () => {
    const general = aRule("general", 1)
    const exact = aRule("exact", 2, { sellerId: "sel_a", categoryHandle: "mugs", brand: "Kaolin" })
    expect(matchRule([exact, general], aMug)?.id).toBe("general")
    expect(matchRule(reordered([general, exact], "exact", 1), aMug)?.id).toBe("exact")
  })

  it("holds for the descendants of its category", () => {
    expect(matchRule([aRule("table", 1, { categoryHandle: "table" })], aMug)?.id).toBe("table")
    expect(matchRule([aRule("garden", 1, { categoryHandle: "garden" })], aMug)).toBeNull()
  })

  it.each([
    ["category", "categoryHandle"],
    ["seller", "sellerId"],
    ["brand", "brand"],
    ["product", "productId"],
    ["condition", "condition"],
    ["channel", "channel"],
  ] as const)("matches nothing when its %s is empty or unknown", (miss, field) => {
    for (const value of ["", "  ", "nobody has this"]) {
      const rules = [aRule("r", 1, { [field]: value })]
      expect(matchRule(rules, { ...aMug, brand: value })).toEqual(field === "brand" && value.trim() ? rules[0] : null)
      expect(explainRules(rules, aMug)).toEqual([{ rule: rules[0], misses: [miss] }])
    }
  })

  it("matches nothing without rules, switched off, or for goods without a brand", () => {
    expect(matchRule([], aMug)).toBeNull()
    expect(matchRule([aRule("a", 1, { active: false })], aMug)).toBeNull()
    expect(matchRule([aRule("a", 1, { brand: "Kaolin" })], { ...aMug, brand: null })).toBeNull()
  })

  it("takes a price band by its lower bound, and an amount only in its currency", () => {
    const band = aRule("dear", 1, { minPrice: cents(1200) })
    expect(matchRule([band], aMug)?.id).toBe("dear")
    expect(matchRule([band], { ...aMug, unitPrice: cents(1199) })).toBeNull()
    expect(matchRule([band], { ...aMug, currency: "USD" })).toBeNull()
    expect(matchRule([aRule("percent", 1)], { ...aMug, currency: "USD" })?.id).toBe("percent")
    expect(matchRule([aRule("usd", 1, { fixed: cents(20), currency: "USD" })], { ...aMug, currency: "USD" })?.id).toBe(
      "usd",
    )
  })

  it("begins and ends to the millisecond", () => {
    const from = new Date("2026-12-01T00:00:00Z")
    const until = new Date("2027-01-01T00:00:00Z")
    const advent = aRule("advent", 1, { effectiveFrom: from, effectiveUntil: until })
    const at = (time: number) => matchRule([advent, aRule("always", 2)], { ...aMug, at: new Date(time) })?.id
    expect([from.getTime() - 1, from.getTime(), until.getTime() - 1, until.getTime()].map(at)).toEqual([
      "always",
      "advent",
      "advent",
      "always",
    ])
  })

  it("is explained up to the one that wins", () => {
    const rules = [aRule("off", 1, { active: false, brand: "Other" }), aRule("any", 2), aRule("later", 3)]
    expect(explainRules(rules, aMug).map(({ rule, misses }) => [rule.id, misses])).toEqual([
      ["off", ["inactive", "brand"]],
      ["any", []],
    ])
  })

  it("keeps every rule once, numbered from 1, wherever one is moved", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.integer({ min: -3, max: 12 }),
        (ids, pick, position) => {
          const rules = ids.map((id, i) => aRule(id, (i + 1) * 10))
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
    const mugs = chargeCommission(aRule("a", 1), sold(3600, 3), french)
    const lamp = chargeCommission(aRule("b", 2, { rateBps: 1200 }), sold(12900, 1), french)
    expect([mugs.amount, lamp.amount]).toEqual([540, 1548])
    expect([mugs.net, mugs.vat, lamp.net, lamp.vat]).toEqual([450, 90, 1290, 258])
    expect(reversalFor(fresh(mugs), cents(2400))).toEqual({ gross: 2400, base: 2400, amount: 360, vat: 60 })
    expect(reversalFor(fresh(lamp), cents(11610))).toEqual({ gross: 11610, base: 11610, amount: 1393, vat: 232 })
  })

  it("puts the VAT on top where the rule says so, and none on a reverse charge", () => {
    const added = chargeCommission(aRule("a", 1, { vatMode: "added" }), sold(3600, 3), french)
    expect([added.net, added.vat, added.amount]).toEqual([540, 108, 648])
    const abroad = chargeCommission(aRule("a", 1, { vatMode: "added" }), sold(3600, 3), german)
    expect([abroad.net, abroad.vat, abroad.amount, abroad.vatTreatment]).toEqual([540, 0, 540, "reverse_charge"])
  })

  it("takes its base with or without VAT, with or without delivery", () => {
    const sale = sold(3600, 3, { shipping: cents(600) })
    const base = (over: object) => chargeCommission(aRule("a", 1, over), sale, french).base
    expect(base({})).toBe(3600)
    expect(base({ baseVat: "without" })).toBe(3000)
    expect(base({ baseShipping: true })).toBe(4200)
    expect(base({ baseShipping: true, baseVat: "without" })).toBe(3500)
  })

  it("adds the fixed part and keeps the bounds for each unit, and never takes more than was paid", () => {
    const amount = (over: object) => chargeCommission(aRule("a", 1, over), sold(3600, 3), french).amount
    expect(amount({ fixed: cents(50) })).toBe(690)
    expect(amount({ minimum: cents(200) })).toBe(600)
    expect(amount({ maximum: cents(100) })).toBe(300)
    expect(amount({ fixed: cents(9999) })).toBe(3600)
    expect(amount({ fixed: cents(3000), vatMode: "added" })).toBe(3600)
  })

  it("reverses from the snapshot: a rule that changed since has no say", () => {
    const charged = fresh(chargeCommission(aRule("a", 1), sold(3600, 3), french))
    const today = chargeCommission(aRule("a", 1, { rateBps: 9000 }), sold(2400, 2), german)
    const back = reversalFor(charged, cents(2400))
    expect(back.amount).toBe(360)
    expect(back.vat).toBe(60)
    expect(back.amount).not.toBe(today.amount)
  })

  it("gives back all of it and never more, net and VAT, in any number of partial refunds", () => {
    const terms = fc.record({
      rateBps: fc.integer({ min: 0, max: 10_000 }),
      fixed: fc.integer({ min: 0, max: 500 }).map(cents),
      vatMode: fc.constantFrom("included" as const, "added" as const),
      baseVat: fc.constantFrom("with" as const, "without" as const),
      minimum: fc.option(fc.integer({ min: 0, max: 900 }).map(cents)),
    })
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 12 }),
        terms,
        fc.constantFrom(french, german),
        (parts, over, fee) => {
          const total: Cents = sum(parts.map((p) => cents(p)))
          const charge = chargeCommission(aRule("r", 1, over), sold(total, parts.length), fee)
          expect(charge.net + charge.vat).toBe(charge.amount)
          expect(charge.amount).toBeLessThanOrEqual(total)
          let state = fresh(charge)
          for (const part of parts) {
            const back = reversalFor(state, cents(part))
            expect(back.vat).toBeGreaterThanOrEqual(0)
            expect(back.amount - back.vat).toBeGreaterThanOrEqual(0)
            state = {
              ...state,
              reversedGross: cents(state.reversedGross + back.gross),
              reversedBase: cents(state.reversedBase + back.base),
              reversedAmount: cents(state.reversedAmount + back.amount),
              reversedVat: cents(state.reversedVat + back.vat),
            }
          }
          expect([state.reversedAmount, state.reversedVat, state.reversedBase]).toEqual(
            total === 0 ? [0, 0, 0] : [charge.amount, charge.vat, charge.base],
          )
          expect(() => reversalFor(state, cents(1))).toThrow(/more would be refunded/)
        },
      ),
    )
  })
})
