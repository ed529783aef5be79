import type { RetrievalPlan, RetrievalResult } from "../providers/postgres/plan"
import type { Engine } from "./engine"
import { retrieveOrRelax } from "./relax"
import { Trace } from "./trace"

const term = (token: string) => ({ alternatives: [{ tokens: [token], weight: 1 }] })
const plan = (over: Partial<RetrievalPlan> = {}): RetrievalPlan => ({
  terms: [term("tasse"), term("bleu")],
  rareTerms: [term("bleu")],
  typeWords: [],
  enough: 24,
  scope: [{ field: "scope", values: ["web"] }],
  filters: [],
  facets: { fields: [], dynamic: 0, valuesPerField: 0 },
  sort: null,
  skip: 0,
  take: 200,
  present: [],
  locale: "fr",
  ...over,
})
const result = (total: number, every = total): RetrievalResult => ({
  total,
  every,
  filled: every < total,
  candidates: [],
  present: [],
  facets: [],
  histogram: null,
})

function engine(answer: (plan: RetrievalPlan) => RetrievalResult) {
  const asked: RetrievalPlan[] = []
  const retrieve = async (p: RetrievalPlan) => {
    asked.push(p)
    return answer(p)
  }
  return { asked, engine: { retrieve } as unknown as Engine }
}
const walk = (e: Engine, p: RetrievalPlan, query: string | null = "tasse bleue") =>
  retrieveOrRelax(e, p, { asked: query, locale: "fr", typed: null }, new Trace())

describe("the ladder of an empty result", () => {
  it("does nothing when something is found", async () => {
    const { engine: e, asked } = engine(() => result(3))
    expect((await walk(e, plan())).relaxed).toBeNull()
    expect(asked).toHaveLength(1)
  })

  it("says when only some of the words were found", async () => {
    const { engine: e } = engine(() => result(3, 0))
    expect((await walk(e, plan())).relaxed).toMatchObject({ kind: "WORDS", label: expect.stringContaining("mots") })
  })

  it("drops the filters before the words are given up, but never the scope", async () => {
    const { engine: e, asked } = engine((p) => result(p.filters.length > 0 ? 0 : 5))
    expect((await walk(e, plan({ filters: [{ field: "brand", values: ["x"] }] }))).relaxed?.kind).toBe("FILTERS")
    expect(asked[1]).toMatchObject({ filters: [], terms: plan().terms, scope: plan().scope })
  })

  it("ends with the best of the shop, labelled", async () => {
    const { engine: e, asked } = engine((p) => result(p.terms.length === 0 ? 900 : 0))
    const { result: shown, relaxed } = await walk(e, plan())
    expect(relaxed?.kind).toBe("POPULAR")
    expect(shown.total).toBe(24)
    expect(asked.at(-1)?.scope).toEqual(plan().scope)
    expect(asked.at(-1)?.facets).toEqual({ fields: [], dynamic: 0, valuesPerField: 0 })
  })

  it("leaves an empty category empty", async () => {
    const { engine: e } = engine(() => result(0))
    expect((await walk(e, plan({ terms: [], rareTerms: [] }), null)).relaxed).toBeNull()
  })
})
