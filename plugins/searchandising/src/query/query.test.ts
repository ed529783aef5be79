import fc from "fast-check"
import type { WordAnalysis } from "../providers/postgres/plan"
import { rareTerms } from "./ladder"
import { probesOf, spell } from "./spelling"
import { expand, expansionsOf, type SynonymSet } from "./synonyms"

const spelled = (...tokens: string[]) =>
  tokens.map((token) => ({ token, alternatives: [{ tokens: [token], weight: 1 }] }))
const found = (sets: SynonymSet[], ...tokens: string[]) =>
  expand(spelled(...tokens), expansionsOf(sets)).terms.map((term) =>
    term.alternatives.map((alternative) => alternative.tokens.join(" ")),
  )

describe("synonyms", () => {
  const equivalent: SynonymSet = { kind: "EQUIVALENT", words: ["ordinateur portable", "laptop"] }

  it("work both ways, over phrases", () => {
    expect(found([equivalent], "laptop", "noir")).toEqual([["laptop", "ordinateur portable"], ["noir"]])
    expect(found([equivalent], "ordinateur", "portable", "noir")).toEqual([["ordinateur portable", "laptop"], ["noir"]])
    expect(found([equivalent], "ordinateur", "noir")).toEqual([["ordinateur"], ["noir"]])
  })

  it("work one way when told so", () => {
    const oneWay: SynonymSet = { kind: "ONE_WAY", words: ["fruit", "pomme", "poire"] }
    expect(found([oneWay], "fruit")).toEqual([["fruit", "pomme", "poire"]])
    expect(found([oneWay], "pomme")).toEqual([["pomme"]])
  })

  it("never chain", () => {
    const sets: SynonymSet[] = [
      { kind: "EQUIVALENT", words: ["aa", "bb"] },
      { kind: "EQUIVALENT", words: ["bb", "cc"] },
    ]
    expect(found(sets, "aa")).toEqual([["aa", "bb"]])
    expect(found(sets, "bb")).toEqual([["bb", "aa", "cc"]])
  })

  it("take the longest phrase", () => {
    const sets: SynonymSet[] = [
      { kind: "EQUIVALENT", words: ["smart", "clever"] },
      { kind: "EQUIVALENT", words: ["smart watch", "wearable"] },
    ]
    expect(found(sets, "smart", "watch")).toEqual([["smart watch", "wearable"]])
  })

  it("lose no word of the query", () => {
    const token = fc.constantFrom("aa", "bb", "cc", "dd")
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom("EQUIVALENT" as const, "ONE_WAY" as const),
            words: fc.array(token, { minLength: 2, maxLength: 3 }),
          }),
          { maxLength: 4 },
        ),
        fc.array(token, { minLength: 1, maxLength: 6 }),
        (sets, tokens) => {
          const firsts = expand(spelled(...tokens), expansionsOf(sets)).terms.map((t) =>
            t.alternatives[0]!.tokens.join(" "),
          )
          expect(firsts.join(" ")).toBe(tokens.join(" "))
        },
      ),
    )
  })
})

describe("spelling of a query", () => {
  const analysis = (over: Partial<WordAnalysis>): WordAnalysis => ({
    documents: 100,
    averageLength: { title: 1, type: 1, name: 1, brand: 1, description: 1 },
    documentsWith: {},
    corrections: {},
    completions: [],
    ...over,
  })

  it("leaves known words alone", () => {
    const result = spell(
      ["laptop"],
      analysis({ documentsWith: { laptop: 3 }, corrections: { laptop: [{ word: "lapdog", surface: "lapdog" }] } }),
    )
    expect(result.corrected).toBeNull()
    expect(result.words[0]?.alternatives).toEqual([{ tokens: ["laptop"], weight: 1 }])
  })

  it("corrects an unknown word and says so in people's writing", () => {
    const result = spell(
      ["tsase", "bleu"],
      analysis({ documentsWith: { bleu: 2 }, corrections: { tsase: [{ word: "tass", surface: "tasse" }] } }),
    )
    expect(result.corrected).toEqual(["tasse", "bleu"])
    expect(result.words[0]?.alternatives[0]).toEqual({ tokens: ["tass"], weight: 1 })
  })

  it("knows words written apart and together", () => {
    const tokens = ["smart", "watch"]
    expect(probesOf(tokens)).toContain("smartwatch")
    const result = spell(tokens, analysis({ documentsWith: { smart: 9, watch: 9, smartwatch: 5 } }))
    expect(result.words[0]?.alternatives.map((a) => a.tokens[0])).toEqual(["smart", "smartwatch"])
    const apart = spell(["iphone11"], analysis({ documentsWith: { iphone: 9, "11": 50 } }))
    expect(apart.words.map((word) => word.token)).toEqual(["iphone", "11"])
  })

  it("takes an unfinished last word for what it begins, not for a slip", () => {
    const result = spell(
      ["headph"],
      analysis({
        completions: [{ word: "headphone", surface: "headphone" }],
        corrections: { headph: [{ word: "headpq", surface: "headpq" }] },
      }),
    )
    expect(result.corrected).toBeNull()
    expect(result.words[0]?.token).toBe("headphone")
  })
})

describe("ladder", () => {
  const term = (token: string) => ({ alternatives: [{ tokens: [token], weight: 1 }] })
  const documentsWith = (token: string) => ({ black: 500, toner: 300, xerox: 10 })[token] ?? 0
  const words = (terms: readonly ReturnType<typeof term>[]) => terms.map((t) => t.alternatives[0]!.tokens[0])

  it("fills with the rare words, or the rarest when all are common; never with unknown ones", () => {
    expect(words(rareTerms([term("black"), term("xerox"), term("zzz")], 1000, documentsWith) as never)).toEqual([
      "xerox",
    ])
    expect(words(rareTerms([term("black"), term("toner")], 1000, documentsWith) as never)).toEqual(["toner"])
    expect(rareTerms([term("zzz"), term("yyy")], 1000, documentsWith)).toEqual([])
  })
})
