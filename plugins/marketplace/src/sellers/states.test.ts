import fc from "fast-check"
import { MOVES, type Move, movesFrom, SELLER_STATES, type SellerState, stateAfter } from "./states"

const moves = Object.keys(MOVES) as Move[]

const walk = (from: SellerState, path: readonly Move[]): SellerState[] => {
  const seen = [from]
  for (const move of path) if (movesFrom(seen.at(-1)!).includes(move)) seen.push(stateAfter(seen.at(-1)!, move))
  return seen
}

describe("the life of a seller", () => {
  it("goes from the application over papers and review to selling, and back after a rejection", () => {
    expect(walk("invited", ["open_account", "complete_data", "hand_in", "ask_again", "hand_in", "approve"])).toEqual([
      "invited",
      "applied",
      "documents",
      "in_review",
      "documents",
      "in_review",
      "active",
    ])
    expect(walk("in_review", ["reject", "resume", "hand_in"])).toEqual([
      "in_review",
      "rejected",
      "documents",
      "in_review",
    ])
  })

  it("becomes active through a review only", () => {
    expect(moves.filter((move) => MOVES[move].to === "active")).toEqual(["approve", "lift"])
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves)), (path) => {
        const seen = walk("invited", path)
        const first = seen.indexOf("active")
        return first < 0 || seen.slice(0, first).includes("in_review")
      }),
    )
  })

  it("never leaves the end", () => {
    expect(movesFrom("closed")).toEqual([])
    expect(() => stateAfter("closed", "approve")).toThrow(expect.objectContaining({ code: "SELLER_STATE" }))
  })

  it("can be closed from everywhere else", () => {
    for (const state of SELLER_STATES) if (state !== "closed") expect(movesFrom(state)).toContain("close")
  })

  it("asks for a reason whenever something is taken away", () => {
    expect(moves.filter((move) => MOVES[move].needsReason)).toEqual(["ask_again", "reject", "suspend", "close"])
  })
})
