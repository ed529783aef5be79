import fc from "fast-check"
import type { DayParts } from "./figure"
import { periods } from "./period"
import { median, summarise } from "./summarise"

const sides = { previous: ["2026-11-01", "2026-11-02"], current: ["2026-11-03", "2026-11-04"] }
const shape = { code: "K1", unit: "COUNT", form: "SUM", better: "UP" } as const

describe("a figure out of its days", () => {
  const parts: DayParts[] = [
    { day: "2026-11-02", top: 1, bottom: 4 },
    { day: "2026-11-03", top: 3, bottom: 4 },
    { day: "2026-11-04", top: 1, bottom: 16 },
  ]

  it("adds sums, means the days that had nothing too, and divides sums rather than means shares", () => {
    expect(summarise(shape, parts, sides)[0]).toMatchObject({ value: 4, previous: 1 })
    expect(summarise({ ...shape, form: "MEAN", unit: "PER_DAY" }, parts, sides)[0]).toMatchObject({
      value: 2,
      previous: 0.5,
    })
    expect(summarise({ ...shape, form: "RATIO", unit: "PERCENT" }, parts, sides)[0]).toEqual({
      code: "K1",
      unit: "PERCENT",
      better: "UP",
      currency: null,
      value: 20,
      previous: 25,
      days: [
        { day: "2026-11-03", value: 75 },
        { day: "2026-11-04", value: 6.25 },
      ],
      before: [
        { day: "2026-11-01", value: null },
        { day: "2026-11-02", value: 25 },
      ],
    })
    expect(summarise({ ...shape, form: "LAST", unit: "PERCENT" }, parts, sides)[0]!.value).toBe(6.25)
  })

  it("says nothing where there is nothing to divide by", () => {
    expect(summarise({ ...shape, form: "RATIO", unit: "PERCENT" }, [], sides)[0]).toMatchObject({
      value: null,
      previous: null,
      days: [{ value: null }, { value: null }],
    })
    expect(summarise({ ...shape, form: "SUM", unit: "MONEY" }, [], sides)[0]).toMatchObject({
      value: 0,
      currency: "EUR",
    })
  })

  it("keeps currencies apart", () => {
    const money: DayParts[] = [
      { day: "2026-11-03", top: 100, currency: "USD" },
      { day: "2026-11-03", top: 700, currency: "EUR" },
    ]
    expect(summarise({ ...shape, unit: "MONEY" }, money, sides).map((f) => [f.currency, f.value])).toEqual([
      ["EUR", 700],
      ["USD", 100],
    ])
  })

  it("has a share between 0 and 100 whenever every day has one, and days that add up to the sum", () => {
    const part = fc.record({ top: fc.nat(50), more: fc.nat(50) })
    fc.assert(
      fc.property(part, part, (a, b) => {
        const days = [a, b].map((p, i) => ({ day: sides.current[i]!, top: p.top, bottom: p.top + p.more }))
        const [share] = summarise({ ...shape, form: "RATIO", unit: "PERCENT" }, days, sides)
        const known = share!.days.flatMap((day) => day.value ?? [])
        if (share!.value === null) return known.length === 0
        const [low, high] = [Math.min(...known), Math.max(...known)]
        return share!.value >= low - 1e-9 && share!.value <= high + 1e-9 && high <= 100
      }),
    )
  })
})

describe("the middle of what was measured", () => {
  it("is the same as of the values written out one by one", () => {
    const measured = fc.array(fc.record({ top: fc.nat(40), bottom: fc.integer({ min: 0, max: 5 }) }), { maxLength: 12 })
    fc.assert(
      fc.property(measured, (values) => {
        const all = values.flatMap(({ top, bottom }) => Array<number>(bottom).fill(top)).sort((a, b) => a - b)
        const middle = all.length === 0 ? null : (all[(all.length - 1) >> 1]! + all[all.length >> 1]!) / 2
        expect(median(values)).toBe(middle)
      }),
    )
  })

  it("is of all measures of a period, never the mean of its days' middles", () => {
    const parts: DayParts[] = [
      { day: "2026-11-02", top: 500, bottom: 1 },
      { day: "2026-11-03", top: 10, bottom: 3 },
      { day: "2026-11-04", top: 90, bottom: 1 },
      { day: "2026-11-04", top: 300, bottom: 1 },
    ]
    expect(summarise({ ...shape, code: "K20", form: "MEDIAN", unit: "SECONDS" }, parts, sides)).toEqual([
      {
        code: "K20",
        unit: "SECONDS",
        better: "UP",
        currency: null,
        value: 10,
        previous: 500,
        days: [
          { day: "2026-11-03", value: 10 },
          { day: "2026-11-04", value: 195 },
        ],
        before: [
          { day: "2026-11-01", value: null },
          { day: "2026-11-02", value: 500 },
        ],
      },
    ])
  })
})

describe("periods", () => {
  it("puts the period before beside the period, day for day, across the change of the clocks", () => {
    const { current, previous, both } = periods(new Date("2026-10-28T12:00:00Z"), 7)
    expect(current.days[0]).toBe("2026-10-22")
    expect(current.days[6]).toBe("2026-10-28")
    expect(previous.days).toHaveLength(7)
    expect(previous.days[6]).toBe("2026-10-21")
    expect(previous.to).toEqual(current.from)
    expect(current.from.toISOString()).toBe("2026-10-21T22:00:00.000Z")
    expect(both.days).toEqual([...previous.days, ...current.days])
  })

  it("takes no other length", () => {
    expect(() => periods(new Date(), 31)).toThrow(/one of 7, 30, 90/)
  })
})
