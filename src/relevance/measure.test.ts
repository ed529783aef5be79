import { figuresOf, parseJudgments, summarise } from "./measure"

const judged = new Map([
  ["a", 3],
  ["b", 1],
  ["c", 0],
])

describe("relevance figures", () => {
  it("are 1 for the ideal order and lower for the others", () => {
    expect(figuresOf("q", ["a", "b"], judged, 1)).toMatchObject({ raw: 1, judgedOnly: 1, recall50: 1 })
    expect(figuresOf("q", ["b", "a"], judged, 1).raw).toBeCloseTo((1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3)), 10)
  })

  it("count an unjudged document against the raw figure only", () => {
    const { raw, judgedOnly } = figuresOf("q", ["x", "a", "b"], judged, 1)
    expect(raw).toBeLessThan(1)
    expect(judgedOnly).toBe(1)
  })

  it("leave out queries without an ideal, and count empty results", () => {
    const all = [figuresOf("q", ["a"], judged, 5), figuresOf("r", [], new Map([["z", 0]]), 9)]
    expect(summarise(all)).toMatchObject({ queries: 2, noIdeal: 1, zeroResults: 1, p50: 5, p99: 9 })
    expect(summarise(all).ndcg10Raw).toBeCloseTo(7 / (7 + 1 / Math.log2(3)), 10)
  })

  it("read quoted fields and refuse a file without ratings", () => {
    expect(parseJudgments('query,docid,rating\n"tv, 40""",7,2\nlaptop,8,3\n')).toEqual(
      new Map([
        ['tv, 40"', new Map([["7", 2]])],
        ["laptop", new Map([["8", 3]])],
      ]),
    )
    expect(() => parseJudgments("query,docid\n")).toThrow("rating")
  })
})
