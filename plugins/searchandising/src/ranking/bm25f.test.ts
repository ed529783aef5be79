import fc from "fast-check"
import { bm25f, FIELDS, rarity, type Corpus, type Field, type RankedDocument } from "./bm25f"
import { rerank } from "./rerank"
import { WEIGHTS } from "./weights"

const corpus: Corpus = {
  documents: 1000,
  averageLength: { title: 8, type: 2, name: 2, brand: 1, description: 20 },
  documentsWith: (token) => ({ laptop: 40, stand: 60, black: 500 })[token] ?? 1,
}
const document = (fields: Partial<Record<Field, string>>): RankedDocument =>
  Object.fromEntries(FIELDS.map((f) => [f, fields[f]?.split(" ") ?? []])) as unknown as RankedDocument
const words = (...tokens: string[]) => tokens.map((token) => ({ alternatives: [{ tokens: [token], weight: 1 }] }))
const score = (fields: Partial<Record<Field, string>>, ...tokens: string[]) =>
  bm25f(document(fields), words(...tokens), corpus, WEIGHTS).score

describe("BM25F", () => {
  it("ranks the whole query above a part of it", () => {
    expect(score({ title: "laptop stand" }, "laptop", "stand")).toBeGreaterThan(
      score({ title: "laptop laptop" }, "laptop", "stand"),
    )
  })

  it("lets a rare word count more than a common one", () => {
    expect(score({ title: "laptop x" }, "laptop", "black")).toBeGreaterThan(
      score({ title: "black x" }, "laptop", "black"),
    )
    expect(rarity(1000, 1)).toBeGreaterThan(rarity(1000, 500))
    expect(rarity(10, 10_000)).toBeGreaterThanOrEqual(0)
  })

  it("saturates: the tenth mention adds less than the second", () => {
    const times = (n: number) => score({ title: Array(n).fill("laptop").join(" ") + " a b c d" }, "laptop")
    expect(times(3) - times(2)).toBeLessThan(times(2) - times(1))
  })

  it("finds a phrase only whole, and a guess for less", () => {
    const phrase = [{ alternatives: [{ tokens: ["laptop", "stand"], weight: 0.9 }] }]
    expect(bm25f(document({ title: "laptop" }), phrase, corpus, WEIGHTS).score).toBe(0)
    const whole = bm25f(document({ title: "laptop stand" }), phrase, corpus, WEIGHTS)
    expect(whole.score).toBeGreaterThan(0)
    expect(whole.coverage).toBe(1)
    const certain = [{ alternatives: [{ tokens: ["laptop", "stand"], weight: 1 }] }]
    expect(bm25f(document({ title: "laptop stand" }), certain, corpus, WEIGHTS).score).toBeGreaterThan(whole.score)
  })

  it("never gives a negative or endless score, and none without a word of the query", () => {
    const token = fc.constantFrom("laptop", "stand", "black", "other", "x1")
    const field = fc.array(token, { maxLength: 6 }).map((list) => list.join(" "))
    fc.assert(
      fc.property(field, field, fc.array(token, { minLength: 1, maxLength: 4 }), (title, description, query) => {
        const ranked = bm25f(document({ title, description }), words(...query), corpus, WEIGHTS)
        const has = query.some((q) => `${title} ${description}`.split(" ").includes(q))
        expect(Number.isFinite(ranked.score)).toBe(true)
        expect(ranked.score > 0).toBe(has)
        expect(ranked.coverage).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe("rerank", () => {
  const hit = (id: string, fields: Partial<Record<Field, string>>) => ({
    id,
    words: Object.fromEntries(FIELDS.map((f) => [f, fields[f] ?? ""])) as Record<Field, string>,
  })

  it("puts the thing itself before what is made for it", () => {
    const hits = [
      hit("sleeve", { title: "laptop sleeve black", type: "pouch sleeve" }),
      hit("laptop", { title: "laptop black slim", type: "laptop notebook" }),
    ]
    const query = { terms: words("laptop"), typeWords: ["notebook", "laptop"] }
    expect(rerank(hits, query, corpus, WEIGHTS).map((r) => r.hit.id)).toEqual(["laptop", "sleeve"])
  })

  it("keeps the engine's order among equals, and every hit once", () => {
    const hits = ["a", "b", "c"].map((id) => hit(id, { title: "laptop" }))
    const query = { terms: words("laptop"), typeWords: [] }
    expect(rerank(hits, query, corpus, WEIGHTS).map((r) => r.hit.id)).toEqual(["a", "b", "c"])
  })
})
