import fc from "fast-check"
import {
  type DisputeMove,
  type DisputeParty,
  type DisputeState,
  isEnded,
  moveDispute,
  movesOf,
  type DisputeFacts,
} from "./dispute-state"

const STATES: DisputeState[] = ["OPEN", "ANSWERED", "ESCALATED", "DECIDED", "CLOSED"]
const PARTIES: DisputeParty[] = ["SHOPPER", "SELLER", "OPERATOR", "SYSTEM"]
const dispute = (over: Partial<DisputeFacts> = {}): DisputeFacts => ({
  state: "OPEN",
  openedBy: "SHOPPER",
  offered: null,
  ofHouse: false,
  ...over,
})

describe("a dispute", () => {
  it("goes from the opener over the other side to the operator", () => {
    expect(movesOf(dispute(), "SELLER")).toEqual(["ANSWER"])
    expect(movesOf(dispute(), "SHOPPER")).toEqual(["WITHDRAW"])
    expect(movesOf(dispute({ state: "ANSWERED" }), "SHOPPER")).toEqual(["ESCALATE", "WITHDRAW"])
    expect(movesOf(dispute({ state: "ANSWERED", offered: 500 }), "SHOPPER")).toContain("TAKE_OFFER")
    expect(movesOf(dispute({ state: "ESCALATED" }), "SELLER")).toEqual([])
    expect(movesOf(dispute({ state: "ESCALATED" }), "OPERATOR")).toEqual(["DECIDE"])
  })

  it("lets the shopper answer what a seller opened", () => {
    const opened = dispute({ openedBy: "SELLER" })
    expect(movesOf(opened, "SHOPPER")).toEqual(["ANSWER"])
    expect(movesOf(opened, "SELLER")).toEqual(["WITHDRAW"])
  })

  it("lets the operator answer for the retailer's own part, and for no seller's", () => {
    expect(movesOf(dispute({ ofHouse: true }), "OPERATOR")).toEqual(["ANSWER", "DECIDE"])
    expect(movesOf(dispute({ ofHouse: true, state: "ANSWERED" }), "OPERATOR")).toEqual(["DECIDE"])
    expect(movesOf(dispute(), "OPERATOR")).toEqual(["DECIDE"])
    expect(movesOf(dispute({ ofHouse: true }), "SHOPPER")).toEqual(["WITHDRAW"])
  })

  it("lets the clock escalate a silent answerer and close for a silent opener, and nobody else do so", () => {
    expect(moveDispute(dispute(), "ANSWER_LATE", "SYSTEM")).toBe("ESCALATED")
    expect(moveDispute(dispute({ state: "ANSWERED" }), "REACTION_LATE", "SYSTEM")).toBe("CLOSED")
    for (const party of ["SHOPPER", "SELLER", "OPERATOR"] as const)
      expect(moveDispute(dispute(), "ANSWER_LATE", party)).toBeNull()
  })

  it("ends for good, and always can", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<"SHOPPER" | "SELLER">("SHOPPER", "SELLER"),
        fc.array(fc.record({ party: fc.constantFrom(...PARTIES), pick: fc.nat() }), { maxLength: 12 }),
        (openedBy, steps) => {
          let state: DisputeState = "OPEN"
          for (const { party, pick } of steps) {
            const facts = dispute({ openedBy, state, offered: pick % 2 ? 100 : null })
            const moves: DisputeMove[] = movesOf(facts, party)
            if (isEnded(state)) expect(moves).toEqual([])
            else expect(PARTIES.some((each) => movesOf(facts, each).length > 0)).toBe(true)
            const move = moves[pick % Math.max(1, moves.length)]
            const next = move && moveDispute(facts, move, party)
            if (next) {
              expect(STATES.indexOf(next)).toBeGreaterThan(STATES.indexOf(state))
              state = next
            }
          }
        },
      ),
    )
  })
})
