import { sparkline, targetMet, trendOf } from "./trend"

test("shares move in points, everything else in percent; the mood follows what is better", () => {
  expect(trendOf({ value: 96, previous: 98, unit: "PERCENT", better: "UP" })).toEqual({
    change: -2,
    points: true,
    mood: "bad",
  })
  expect(trendOf({ value: 150, previous: 100, unit: "COUNT", better: "DOWN" })).toMatchObject({
    change: 50,
    mood: "bad",
  })
  expect(trendOf({ value: 50, previous: 100, unit: "MONEY", better: null })).toMatchObject({
    change: -50,
    mood: "neutral",
  })
  expect(trendOf({ value: 100, previous: 100, unit: "COUNT", better: "UP" })?.mood).toBe("neutral")
})

test("nothing is said against nothing", () => {
  expect(trendOf({ value: 4, previous: 0, unit: "COUNT", better: "UP" })).toBeUndefined()
  expect(trendOf({ value: 4, previous: 0, unit: "PERCENT", better: "UP" })?.change).toBe(4)
  expect(trendOf({ value: null, previous: 3, unit: "COUNT", better: "UP" })).toBeUndefined()
})

test("a target is a floor or a ceiling", () => {
  expect(targetMet({ value: 97, target: 97, better: "UP" })).toBe(true)
  expect(targetMet({ value: 3, target: 2, better: "DOWN" })).toBe(false)
  expect(targetMet({ value: null, target: 2, better: "UP" })).toBeUndefined()
})

test("a line passes over days without a value and stays in its box", () => {
  const line = sparkline([{ value: 0 }, { value: 10 }, { value: null }, { value: 5 }, { value: 5 }])
  expect(line).toBe("0,22 25,2 75,12 100,12")
  expect(sparkline([])).toBe("")
  expect(sparkline([{ value: 3 }, { value: 3 }])).toBe("0,22 100,22")
})
