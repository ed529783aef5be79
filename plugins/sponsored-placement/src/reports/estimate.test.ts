import type { Micros } from "@gondola/kit"
import { estimate } from "./estimate"
import { reportDays } from "./read-report"

const log = [
  { query: "mug emaille", categoryPath: [], entryScore: 0, count: 3 },
  { query: "mug", categoryPath: [], entryScore: 20_000_000_000, count: 4 },
  { query: "", categoryPath: ["maison", "cuisine"], entryScore: 40_000_000_000, count: 2 },
  { query: "lampe", categoryPath: [], entryScore: 90_000_000_000, count: 9 },
]
const terms = { weight: 100_000, floor: 50_000 as Micros }

describe("estimate", () => {
  it("counts the pages that the targets match, each once", () => {
    expect(estimate(log, [{ kind: "KEYWORD_BROAD", words: "mug" }], terms)).toEqual({
      eligibleViews: 7,
      medianWinningBid: 200_001,
    })
    const both = [
      { kind: "KEYWORD_EXACT" as const, words: "mug emaille" },
      { kind: "CATEGORY" as const, words: "maison" },
    ]
    expect(estimate(log, both, terms)).toEqual({ eligibleViews: 5, medianWinningBid: 50_000 })
    expect(estimate(log, [{ kind: "KEYWORD_EXACT", words: "vase" }], terms)).toEqual({
      eligibleViews: 0,
      medianWinningBid: 50_000,
    })
  })
})

describe("days of a report", () => {
  it("are the last thirty unless named, and checked", () => {
    expect(reportDays("2026-03-10")).toEqual({ from: "2026-02-09", to: "2026-03-10" })
    expect(reportDays("2026-03-10", "2026-01-01", "2026-01-01")).toEqual({ from: "2026-01-01", to: "2026-01-01" })
    for (const [from, to] of [
      ["2026-02-02", "2026-02-01"],
      ["nonsense", null],
      ["2024-01-01", "2026-01-01"],
      ["2026-13-01", null],
    ] as const)
      expect(() => reportDays("2026-03-10", from, to)).toThrow()
  })
})
