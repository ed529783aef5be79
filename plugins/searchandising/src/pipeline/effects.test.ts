import { EFFECT_CODES, effectText } from "./effects"
import { stepOf } from "./trace"

describe("what the steps of a search say", () => {
  it("fills its values in, and leaves no mark where one is missing", () => {
    expect(effectText("RETRIEVED", { every: 3, total: 12 })).toBe("3 with every word, 12 in all")
    expect(effectText("WORD_IN", { word: "lampe" })).toBe("lampe in ")
    for (const code of EFFECT_CODES) expect(effectText(code, {})).not.toMatch(/[{}]/)
  })

  it("says the same as a code with values and as a sentence", () => {
    expect(stepOf({ step: "pins", code: "PINS", params: { placed: 1, pins: 2 } })).toEqual({
      step: "pins",
      code: "PINS",
      params: { placed: 1, pins: 2 },
      effect: "1 of 2 pins are in the result",
      score: null,
    })
  })
})
