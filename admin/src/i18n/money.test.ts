import { formatShort, formatMicros, formatMoney, parseAmount, parseMicros, plainAmount, plainMicros } from "./money"

const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ")

describe("money in words of the reader", () => {
  test("follows the language and the currency's decimals", () => {
    expect(spaced(formatMoney({ amount: 123456, currency: "EUR" }, "fr"))).toBe("1 234,56 €")
    expect(formatMoney({ amount: 123456, currency: "EUR" }, "en")).toBe("€1,234.56")
    expect(spaced(formatMoney({ amount: 500, currency: "JPY" }, "fr"))).toMatch(/^500 /)
  })

  test("keeps the parts of a cent of a price per click", () => {
    expect(spaced(formatMicros({ micros: 125_000, currency: "EUR" }, "fr"))).toBe("0,125 €")
    expect(spaced(formatMicros({ micros: 300_000, currency: "EUR" }, "fr"))).toBe("0,30 €")
  })
})

describe("amounts as people type them", () => {
  test.each([
    ["12", 1200],
    ["12,5", 1250],
    ["12.50 €", 1250],
    ["1 234,56", 123456],
    ["1,234.56", 123456],
    ["1.234,56", 123456],
    ["1,234", 123400],
    [",5", 50],
    ["-3,10", -310],
    ["0.29", 29],
  ])("%s is %d cents", (text, cents) => expect(parseAmount(text)).toBe(cents))

  test.each(["", "abc", "1,2345", "12..5", "1e3", "99999999999999999"])("%s is no amount", (text) =>
    expect(parseAmount(text)).toBeUndefined(),
  )

  test("reads bids in micros", () => {
    expect(parseMicros("0,35")).toBe(350_000)
    expect(parseMicros("0.125")).toBe(125_000)
  })

  test("writes what it reads", () => {
    for (const cents of [0, 5, 99, 100, 123456, -310]) expect(parseAmount(plainAmount(cents, 2, "fr"))).toBe(cents)
    expect(plainAmount(5, 2, "fr")).toBe("0,05")
    expect(plainAmount(500, 0, "en")).toBe("500")
    expect(plainMicros(100_000, "fr")).toBe("0,10")
    expect(plainMicros(125_000, "en")).toBe("0.125")
  })
})

describe("formatShort", () => {
  it("tells small marks of an axis apart and shortens large ones", () => {
    const marks = [0, 5, 10, 15].map((amount) => formatShort({ amount, currency: "EUR" }, "fr"))
    expect(new Set(marks).size).toBe(4)
    expect(formatShort({ amount: 123_400_00, currency: "EUR" }, "en")).toBe("€123.4K")
  })
})
