import fc from "fast-check"
import { amountText, formatMoney, parseAmount } from "./money"

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ")

describe("formatMoney", () => {
  test("writes euros as each language does", () => {
    expect(plain(formatMoney({ amount: 123456, currency: "EUR" }, "fr"))).toBe("1 234,56 €")
    expect(formatMoney({ amount: 123456, currency: "EUR" }, "en")).toBe("€1,234.56")
  })

  test("knows currencies without cents", () => {
    expect(formatMoney({ amount: 1200, currency: "JPY" }, "en")).toBe("JP¥1,200")
  })

  test("keeps the sign of a refund", () => {
    expect(plain(formatMoney({ amount: -1290, currency: "EUR" }, "fr"))).toBe("-12,90 €")
  })
})

describe("parseAmount", () => {
  test.each([
    ["12", 1200],
    ["12,5", 1250],
    ["12.50 €", 1250],
    ["1 234,56", 123456],
    ["0,29", 29],
  ])("reads %s", (text, amount) => expect(parseAmount(text)).toBe(amount))

  test.each(["", "abc", "-3", "1,2,3", "1e3"])("refuses %j", (text) => expect(parseAmount(text)).toBeNull())

  test("reads back what amountText wrote, in both languages", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.constantFrom("fr", "en"), (amount, locale) => {
        expect(parseAmount(amountText(amount, locale))).toBe(amount)
      }),
    )
  })
})
