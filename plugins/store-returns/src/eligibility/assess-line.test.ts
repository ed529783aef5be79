import fc from "fast-check"
import { cents } from "@gondola/kit"
import { assessLine, type LineClaim } from "./assess-line"
import { declarableQuantity, freeQuantity, openDeclared } from "./free-quantity"
import { lineToday } from "./line-bases"
import type { LineFacts } from "./types"

const delivered = new Date("2026-11-02T10:00:00Z")
const day = (n: number) => new Date(delivered.getTime() + n * 86_400_000)
const line = (over: Partial<LineFacts> = {}): LineFacts => ({
  lineId: "l",
  sellerId: null,
  quantity: 3,
  total: cents(3600),
  delivered: 3,
  returned: 0,
  deliveredAt: delivered,
  categoryHandles: ["maison"],
  returnableInShop: true,
  ...over,
})
const claim = (over: Partial<LineClaim> = {}): LineClaim => ({
  quantity: 1,
  basis: "WITHDRAWAL",
  reason: "CHANGED_MIND",
  grade: "G1",
  deductionPercent: 0,
  hasPhoto: true,
  ...over,
})
const until = new Date("2026-11-16T22:59:59.999Z")
const today = (facts: LineFacts, now: Date, declared = 0, requested = 0) =>
  lineToday(facts, { clock: { open: now <= until, until }, now, declared, requested })
const judge = (facts: LineFacts, c: LineClaim, now: Date, declared = 0) =>
  assessLine(facts, today(facts, now, declared), c, now)
const code = (facts: LineFacts, c: LineClaim, now: Date) => {
  try {
    judge(facts, c, now)
  } catch (error) {
    return (error as { code: string }).code
  }
  return "ok"
}

describe("a line today", () => {
  it("has every right on day 9, two on day 20, one after thirty days, none after two years", () => {
    expect(today(line(), day(9)).bases).toEqual(["WITHDRAWAL", "CONFORMITY", "COMMERCIAL"])
    expect(today(line(), day(20)).bases).toEqual(["CONFORMITY", "COMMERCIAL"])
    expect(today(line(), day(31)).bases).toEqual(["CONFORMITY"])
    expect(today(line(), day(800))).toMatchObject({ bases: [], note: { fr: "Tous les délais sont passés." } })
  })

  it("keeps the right of units that were declared in time", () => {
    expect(today(line(), day(20), 1).bases).toContain("WITHDRAWAL")
  })

  it("has nothing where nothing is free, delivered or accepted by the seller", () => {
    expect(today(line({ delivered: 0 }), day(1))).toMatchObject({ bases: [], blocked: true })
    expect(today(line({ returned: 3 }), day(1))).toMatchObject({ bases: [], blocked: true })
    expect(today(line(), day(1), 0, 3)).toMatchObject({ bases: [], free: 0 })
    const away = today(line({ sellerId: "A", returnableInShop: false }), day(1))
    expect(away).toMatchObject({ bases: [], blocked: true, free: 3 })
    expect(away.note?.en).toMatch(/send the article to the seller/)
  })

  it("names the article of an exception", () => {
    const hygiene = line({ categoryHandles: ["maison", "hygiene"] })
    expect(today(hygiene, day(3)).note?.fr).toContain("L221-28, 5°")
    expect(code(hygiene, claim({ grade: "G1" }), day(3))).toBe("ok")
    expect(code(hygiene, claim({ grade: "G2" }), day(3))).toBe("NOT_ELIGIBLE")
    const custom = line({ categoryHandles: ["sur-mesure"] })
    expect(today(custom, day(3)).bases).toEqual(["CONFORMITY"])
  })
})

describe("a clerk's claim", () => {
  it("passes alone for the plain cases", () => {
    expect(judge(line(), claim(), day(9))).toBeNull()
    expect(judge(line(), claim({ grade: "G3", deductionPercent: 20 }), day(9))).toBeNull()
    expect(judge(line(), claim({ basis: "CONFORMITY", reason: "DEFECTIVE", grade: "G4" }), day(20))).toBeNull()
    expect(judge(line({ sellerId: "A" }), claim({ basis: "COMMERCIAL", grade: "G2" }), day(20))).toBeNull()
    expect(judge(line(), claim(), day(40), 1)).toBeNull()
    expect(() => judge(line(), claim({ quantity: 2 }), day(40), 1)).toThrow(/only the 1 that were declared/)
  })

  it("asks for a manager", () => {
    expect(judge(line(), claim({ grade: "G4", deductionPercent: 21 }), day(9))).toBe("deduction of 21 %")
    expect(judge(line(), claim({ basis: "COMMERCIAL", grade: "G3" }), day(20))).toMatch(/graded G3/)
    expect(judge(line(), claim({ basis: "COMMERCIAL" }), day(45))).toMatch(/after 30 days/)
    expect(judge(line(), claim({ basis: "CONFORMITY", reason: "DEFECTIVE" }), day(400))).toMatch(/in place of repair/)
  })

  it("never lets a retailer's goodwill fall on a seller", () => {
    expect(code(line({ sellerId: "A" }), claim({ basis: "COMMERCIAL" }), day(45))).toBe("NOT_ELIGIBLE")
    expect(code(line({ sellerId: "A" }), claim({ basis: "COMMERCIAL", grade: "G3" }), day(20))).toBe("NOT_ELIGIBLE")
  })

  it.each<[string, Partial<LineFacts>, Partial<LineClaim>, number]>([
    ["NOT_ELIGIBLE", {}, {}, 20],
    ["NOT_ELIGIBLE", {}, { grade: "GX" }, 3],
    ["NOT_ELIGIBLE", {}, { basis: "CONFORMITY" }, 3],
    ["QUANTITY_NOT_FREE", {}, { quantity: 4 }, 3],
    ["QUANTITY_NOT_FREE", { returned: 3 }, {}, 3],
    ["NOT_RETURNABLE", { sellerId: "A", returnableInShop: false }, {}, 3],
    ["DEDUCTION_NOT_ALLOWED", {}, { deductionPercent: 5 }, 3],
    ["DEDUCTION_NOT_ALLOWED", {}, { deductionPercent: 51, grade: "G4" }, 3],
    ["DEDUCTION_NOT_ALLOWED", {}, { deductionPercent: 5, grade: "G4", basis: "CONFORMITY", reason: "DEFECTIVE" }, 3],
    ["PHOTO_REQUIRED", {}, { deductionPercent: 5, grade: "G4", hasPhoto: false }, 3],
  ])("answers %s", (expected, facts, c, n) => {
    expect(code(line(facts), claim(c), day(n))).toBe(expected)
  })
})

describe("declared units", () => {
  const event = (n: number, units: number) => ({ at: day(n), lineId: "l", units })

  it("are taken off by goods that come back later, never by goods that came before", () => {
    expect(openDeclared([event(1, 2), event(5, -1)])).toEqual({ l: 1 })
    expect(openDeclared([event(5, 2), event(1, -1)])).toEqual({ l: 2 })
    expect(openDeclared([event(1, 1), event(2, -3), event(3, 1)])).toEqual({ l: 1 })
  })
})

describe("quantities", () => {
  const n = fc.integer({ min: 0, max: 20 })

  it("are never negative and never count a unit twice", () => {
    fc.assert(
      fc.property(n, n, n, (deliveredUnits, returned, requested) => {
        const free = freeQuantity({ delivered: deliveredUnits, returned }, requested)
        expect(free).toBeGreaterThanOrEqual(0)
        if (returned + requested <= deliveredUnits) expect(free + returned + requested).toBe(deliveredUnits)
        else expect(free).toBe(0)
      }),
    )
    expect(declarableQuantity({ quantity: 3, returned: 1 }, 1)).toBe(1)
  })
})
