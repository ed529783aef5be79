import { chooseVariant } from "./choose-variant"

const gone = { id: "gone", offers: [] }
const empty = { id: "empty", offers: [{ inStock: 0 }] }
const sold = { id: "sold", offers: [{ inStock: 2 }] }

describe("chooseVariant", () => {
  test("takes the one in the address, even when nobody sells it", () =>
    expect(chooseVariant([sold, gone], "gone")).toBe(gone))
  test("else the first in stock", () => expect(chooseVariant([gone, empty, sold], "unknown")).toBe(sold))
  test("else the first", () => expect(chooseVariant([gone, empty])).toBe(gone))
  test("none of none", () => expect(chooseVariant([])).toBeUndefined())
})
