import fc from "fast-check"
import { normalGtin, withCheckDigit } from "./gtin"

describe("normalGtin", () => {
  it("gives one spelling to one article", () => {
    expect(normalGtin("0095205603217")).toBe("0095205603217")
    expect(normalGtin("095205603217")).toBe("0095205603217")
    expect(normalGtin("00095205603217")).toBe("0095205603217")
    expect(normalGtin("3 017620 422003")).toBe("3017620422003")
  })

  it("keeps a packaging indicator", () => {
    expect(normalGtin("10012345678902")).toBe("10012345678902")
  })

  it("refuses a wrong check digit, a wrong length, letters and nothing but zeros", () => {
    for (const bad of ["3017620422004", "301762042200", "30176204220O3", "", "0000000000000"])
      expect(normalGtin(bad)).toBeNull()
  })

  it("notices every single wrong digit", () => {
    const twelve = fc.stringMatching(/^[1-9]\d{11}$/)
    fc.assert(
      fc.property(twelve, fc.nat(12), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const right = withCheckDigit(digits)
        expect(normalGtin(right)).toBe(right)
        const wrong = [...right].map((d, i) => (i === at ? String((Number(d) + by) % 10) : d)).join("")
        expect(normalGtin(wrong)).toBeNull()
      }),
    )
  })
})
