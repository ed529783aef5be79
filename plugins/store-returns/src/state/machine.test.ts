import { assertDisposition, type UnitFacts } from "./disposition"
import { assertMove, canMove, isOpen, STATES } from "./machine"

describe("states of a return", () => {
  it("cannot leave the refund once accepted, except forward", () => {
    expect(STATES.filter((to) => canMove("ACCEPTED", to))).toEqual(["REFUNDED"])
    expect(STATES.filter((to) => canMove("REFUNDED", to))).toEqual(["DISPOSED"])
  })

  it("reaches acceptance only from a quote, and ends in three states", () => {
    expect(STATES.filter((from) => canMove(from, "ACCEPTED"))).toEqual(["QUOTED"])
    expect(STATES.filter((from) => STATES.every((to) => !canMove(from, to)))).toEqual([
      "REFUSED",
      "DISPOSED",
      "EXPIRED",
    ])
    expect(STATES.filter(isOpen)).toEqual(["DRAFT", "QUOTED", "AWAITING_APPROVAL"])
    expect(() => assertMove("EXPIRED", "QUOTED")).toThrow(/is expired and cannot become quoted/)
  })
})

describe("disposition", () => {
  const unit = (over: Partial<UnitFacts> = {}): UnitFacts => ({
    sellerId: null,
    grade: "G1",
    categoryHandles: [],
    ...over,
  })

  it("never puts a seller's goods anywhere but in the cage", () => {
    for (const grade of ["G1", "G2", "G3", "G4", "GX"] as const) {
      for (const to of ["SELLABLE", "MARKDOWN", "RECYCLE"] as const)
        expect(() => assertDisposition(unit({ sellerId: "A", grade }), to, "X1")).toThrow(/belong to a seller/)
      assertDisposition(unit({ sellerId: "A", grade }), "CAGE", null)
    }
  })

  it("sells again only what is sealed or as new, and does not destroy clothing without a code", () => {
    assertDisposition(unit({ grade: "G2" }), "SELLABLE", null)
    expect(() => assertDisposition(unit({ grade: "G3" }), "SELLABLE", null)).toThrow(/G1, G2/)
    expect(() => assertDisposition(unit(), "CAGE", null)).toThrow(/sellers' goods only/)
    expect(() => assertDisposition(unit({ grade: "G3" }), "RECYCLE", null)).toThrow(/mark the article down/)
    const shirt = unit({ grade: "G4", categoryHandles: ["vetements"] })
    expect(() => assertDisposition(shirt, "RECYCLE", null)).toThrow(/derogation code/)
    assertDisposition(shirt, "RECYCLE", "ESPR-D2")
  })
})
