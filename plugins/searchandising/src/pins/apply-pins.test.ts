import fc from "fast-check"
import { applyPins } from "./apply-pins"

const ids = (ranked: string[], pins: [string, number][], present: string[]) =>
  applyPins(
    ranked,
    pins.map(([productId, position]) => ({ productId, position })),
    new Set(present),
  ).map((placed) => placed.id)

describe("pins", () => {
  it("hold their places in order, and take the product out of its own", () => {
    expect(
      ids(
        ["a", "b", "c", "d"],
        [
          ["d", 2],
          ["x", 1],
        ],
        ["d", "x"],
      ),
    ).toEqual(["x", "d", "a", "b", "c"])
  })

  it("are skipped without a hole when the product misses the filter", () => {
    expect(
      ids(
        ["a", "b"],
        [
          ["x", 1],
          ["b", 2],
        ],
        ["b"],
      ),
    ).toEqual(["a", "b"])
  })

  it("go to the end when the list runs out", () => {
    expect(
      ids(
        ["a"],
        [
          ["x", 9],
          ["y", 5],
        ],
        ["x", "y"],
      ),
    ).toEqual(["a", "y", "x"])
  })

  it("may lie on the next page", () => {
    const ranked = Array.from({ length: 30 }, (_, i) => `p${i}`)
    const all = ids(ranked, [["p29", 25]], ["p29"])
    expect(all.slice(0, 24)).toEqual(ranked.slice(0, 24))
    expect(all[24]).toBe("p29")
  })

  it("lose nothing, double nothing, and stand exactly where they are held", () => {
    const id = fc.constantFrom("a", "b", "c", "d", "e", "f", "g")
    fc.assert(
      fc.property(
        fc.uniqueArray(id),
        fc.uniqueArray(fc.record({ productId: id, position: fc.integer({ min: 1, max: 9 }) }), {
          selector: (pin) => pin.position,
        }),
        fc.uniqueArray(id),
        (ranked, pins, present) => {
          const placed = applyPins(ranked, pins, new Set(present))
          const expected = new Set([...ranked, ...pins.map((pin) => pin.productId).filter((p) => present.includes(p))])
          expect(new Set(placed.map((p) => p.id))).toEqual(expected)
          expect(placed.length).toBe(expected.size)
          const free = placed.filter((p) => !p.pinned).map((p) => p.id)
          expect(free).toEqual(ranked.filter((r) => free.includes(r)))
          for (const { productId, position } of pins) {
            const same = pins.filter((pin) => pin.productId === productId)
            if (
              present.includes(productId) &&
              same.length === 1 &&
              position <= placed.length &&
              pins.every((pin) => pin.position <= placed.length)
            )
              expect(placed[position - 1]?.id).toBe(productId)
          }
        },
      ),
    )
  })
})
