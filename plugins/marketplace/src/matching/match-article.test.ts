import fc from "fast-check"
import { candidates, type Described, LEAST_SCORE, likeness, titleLikeness, words } from "./match-article"

const article = (title: string, brand: string | null = null, partNumber: string | null = null): Described => ({
  title,
  brand,
  partNumber,
})

describe("matching an article without a known GTIN", () => {
  it("knows the same article by brand and part number, whatever the title says", () => {
    const { score, why } = likeness(article("Mug", "Potier", "PT-250"), article("Tasse grès 25 cl", "POTIER", "pt250"))
    expect(score).toBeGreaterThanOrEqual(0.7)
    expect(why).toEqual(["part_number", "brand"])
  })

  it("keeps brands and part numbers apart", () => {
    expect(likeness(article("Tasse en grès", "Potier"), article("Tasse en grès", "Autre")).score).toBe(0)
    const sizes = likeness(article("Tasse 25 cl", "Potier", "A"), article("Tasse 30 cl", "Potier", "B"))
    expect(sizes.score).toBeLessThan(LEAST_SCORE)
  })

  it("reads titles without accents, small words, plurals and spaces before a unit", () => {
    expect(words("Tasses en grès de 25 cl")).toEqual(new Set(["tasse", "gre", "25cl"]))
    expect(titleLikeness("Tasse en grès 25 cl", "TASSES GRES 25CL")).toBe(1)
    expect(titleLikeness("Lampe de bureau", "Tasse en grès")).toBe(0)
  })

  it("orders the candidates and leaves the unlikely out", () => {
    const products = [article("Lampe", "Potier"), article("Tasse en grès bleue"), article("Tasse en grès")]
    expect(candidates(article("Tasses en grès"), products).map((c) => c.product.title)).toEqual([
      "Tasse en grès",
      "Tasse en grès bleue",
    ])
  })

  const any = fc.record({
    title: fc.string({ maxLength: 40 }),
    brand: fc.option(fc.constantFrom("Potier", "potier ", "Lueur", "")),
    partNumber: fc.option(fc.constantFrom("A-1", "a1", "B2", "")),
  })

  it("is symmetric and between 0 and 1", () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const there = likeness(a, b).score
        expect(there).toBe(likeness(b, a).score)
        expect(there).toBeGreaterThanOrEqual(0)
        expect(there).toBeLessThanOrEqual(1)
      }),
    )
  })

  it("calls an article with words most like itself", () => {
    fc.assert(
      fc.property(any, fc.array(any), (a, others) => {
        fc.pre(words(a.title).size > 0)
        const [best] = candidates(a, [...others, a])
        expect(best?.score).toBe(1)
      }),
    )
  })
})
