import fc from "fast-check"
import { pageNumbers } from "./page-numbers"

describe("pageNumbers", () => {
  test.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [3, 9, [1, 2, 3, 4, null, 9]],
  ])("page %i of %i", (page, pages, numbers) => expect(pageNumbers(page, pages)).toEqual(numbers))

  test("ascends, holds first, present and last, and a gap hides at least two pages", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const page = Math.min(a, b)
        const pages = Math.max(a, b)
        const numbers = pageNumbers(page, pages)
        const shown = numbers.filter((one) => one !== null)
        expect(shown).toEqual([...new Set(shown)].sort((x, y) => x - y))
        expect(shown).toEqual(expect.arrayContaining([1, page, pages]))
        numbers.forEach((one, index) => {
          if (one === null) expect((numbers[index + 1] ?? 0) - (numbers[index - 1] ?? 0)).toBeGreaterThan(2)
        })
      }),
    )
  })
})
