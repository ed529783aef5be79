import fc from "fast-check"
import { placeSponsored } from "./place-sponsored"

const shape = (grid: ReturnType<typeof placeSponsored<string, { slot: number; name: string }>>) =>
  grid.map((item) => (item.kind === "hit" ? item.hit : item.ad.name))

describe("placeSponsored", () => {
  test("puts each ad at its slot", () => {
    const ads = [
      { slot: 3, name: "Y" },
      { slot: 0, name: "X" },
    ]
    expect(shape(placeSponsored(["a", "b", "c"], ads))).toEqual(["X", "a", "b", "Y", "c"])
  })

  test("keeps both ads of one slot, and those beyond the end", () => {
    const ads = [
      { slot: 1, name: "X" },
      { slot: 1, name: "Y" },
      { slot: 9, name: "Z" },
    ]
    expect(shape(placeSponsored(["a", "b"], ads))).toEqual(["a", "X", "Y", "b", "Z"])
  })

  test("loses and doubles nothing, and keeps the organic order", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.nat(40)), (hits, slots) => {
        const grid = placeSponsored(
          hits,
          slots.map((slot) => ({ slot })),
        )
        expect(grid).toHaveLength(hits.length + slots.length)
        expect(grid.flatMap((item) => (item.kind === "hit" ? [item.hit] : []))).toEqual(hits)
      }),
    )
  })
})
