import fc from "fast-check"
import { editDistance, nearestWords, oneEditAway } from "./spelling"

const word = fc.stringMatching(/^[a-z]{1,9}$/)

describe("spelling", () => {
  it.each([
    ["lapotp", "laptop", 1],
    ["headphnoe", "headphone", 1],
    ["kitten", "sitting", 3],
    ["", "abc", 3],
    ["same", "same", 0],
  ])("%s to %s is %i", (a, b, distance) => expect(editDistance(a, b)).toBe(distance))

  it("is symmetric, zero only for the same word, and no longer than the longer word", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b)
        expect(distance).toBe(editDistance(b, a))
        expect(distance === 0).toBe(a === b)
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })

  it("lists exactly the strings at one edit", () => {
    fc.assert(
      fc.property(word, (a) => oneEditAway(a).every((edit) => editDistance(a, edit) === 1)),
      { numRuns: 30 },
    )
    expect(oneEditAway("cat")).toEqual(expect.arrayContaining(["act", "at", "cart", "cut", "cats"]))
  })

  it("prefers the nearest, then the same first letter, then the most frequent", () => {
    const known = [
      { word: "mouse", documents: 5 },
      { word: "house", documents: 900 },
      { word: "moose", documents: 9 },
    ]
    expect(nearestWords("mouse", known)).toEqual(["moose", "house"])
    expect(nearestWords("mose", known)).toEqual(["moose", "mouse"])
    expect(nearestWords("zzzz", known)).toEqual([])
  })

  it("allows two edits only from eight letters, and compares with the written form too", () => {
    expect(nearestWords("keybrd", [{ word: "keyboard", documents: 1 }])).toEqual([])
    expect(nearestWords("headphons", [{ word: "headphone", documents: 1 }])).toEqual(["headphone"])
    expect(nearestWords("tsase", [{ word: "tass", surface: "tasse", documents: 1 }])).toEqual(["tass"])
  })
})
