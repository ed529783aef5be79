import fc from "fast-check"
import { type Drawable, drawSample } from "./draw"
import { isoWeek } from "./iso-week"

const shelf = fc
  .array(fc.nat(12), { maxLength: 8 })
  .map((sizes) =>
    sizes.flatMap((size, s) => Array.from({ length: size }, (_, i) => ({ id: `${s}-${i}`, stratum: `seller-${s}` }))),
  )

const counts = (drawn: readonly Drawable[]) => {
  const by = new Map<string, number>()
  for (const { stratum } of drawn) by.set(stratum, (by.get(stratum) ?? 0) + 1)
  return by
}

describe("the weekly draw", () => {
  it("takes as many as asked, none twice, and the same ones for the same seed in whatever order they are read", () => {
    fc.assert(
      fc.property(shelf, fc.nat(60), fc.string(), (population, size, seed) => {
        const drawn = drawSample(population, size, seed)
        expect(drawn).toHaveLength(Math.min(size, population.length))
        expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length)
        expect(drawSample([...population].reverse(), size, seed)).toEqual(drawn)
      }),
    )
  })

  it("looks twice at no trader before every other one that has something left was looked at", () => {
    fc.assert(
      fc.property(shelf, fc.nat(60), fc.string(), (population, size, seed) => {
        const drawn = counts(drawSample(population, size, seed))
        const most = Math.max(0, ...drawn.values())
        for (const [stratum, has] of counts(population))
          expect(drawn.get(stratum) ?? 0).toBeGreaterThanOrEqual(Math.min(has, most - 1))
      }),
    )
  })

  it("gives every offer of a trader and every trader a like chance", () => {
    const population = Array.from({ length: 4 }, (_, i) => ({ id: `o${i}`, stratum: i < 3 ? "large" : "small" }))
    const hits = new Map<string, number>()
    for (let seed = 0; seed < 3000; seed++) {
      const [only] = drawSample(population, 1, String(seed))
      hits.set(only!.id, (hits.get(only!.id) ?? 0) + 1)
    }
    expect(hits.get("o3")! / 3000).toBeCloseTo(1 / 2, 1)
    for (const id of ["o0", "o1", "o2"]) expect(hits.get(id)! / 3000).toBeCloseTo(1 / 6, 1)
  })
})

it("names the week as the calendar does, in Paris", () => {
  expect(isoWeek(new Date("2026-01-01T12:00:00Z"))).toBe("2026-W01")
  expect(isoWeek(new Date("2027-01-03T12:00:00Z"))).toBe("2026-W53")
  // Monday has begun in Paris.
  expect(isoWeek(new Date("2026-11-22T22:59:00Z"))).toBe("2026-W47")
  expect(isoWeek(new Date("2026-11-22T23:01:00Z"))).toBe("2026-W48")
})
