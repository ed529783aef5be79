import fc from "fast-check"
import { cents } from "@gondola/kit"
import { checkedOwnTerms, checkedTerms, FIRST_TERMS, type OwnTerms, type PayoutTerms, termsFor, termsIn } from "./terms"

const USD = { currency: "USD", minimum: cents(2_500), reserveTarget: cents(100) }
const ALL: PayoutTerms = { ...FIRST_TERMS, minimum: cents(1_000), reserveTarget: cents(0), currencies: [USD] }
const OWN: OwnTerms = {
  schedule: null,
  minimum: null,
  holdDays: null,
  reserveTarget: null,
  currencies: [],
  pausedReason: null,
}
const figures = (own: OwnTerms | undefined, currency: string) => {
  const { minimum, reserveTarget } = termsIn(termsFor(ALL, own), currency)
  return [minimum, reserveTarget]
}

describe("payout terms of a currency", () => {
  it("takes everybody's figure of that currency, and the figure for all elsewhere", () => {
    expect(figures(undefined, "EUR")).toEqual([1_000, 0])
    expect(figures(undefined, "USD")).toEqual([2_500, 100])
    expect(figures(undefined, "GBP")).toEqual([1_000, 0])
  })

  it("puts a seller's own figure before everybody's, and its own of the currency before its own for all", () => {
    const own = { ...OWN, minimum: cents(700) }
    expect(figures(own, "USD")).toEqual([700, 100])
    const dollars = [{ currency: "USD", minimum: cents(900), reserveTarget: cents(0) }]
    expect(figures({ ...own, currencies: dollars }, "USD")).toEqual([900, 0])
    expect(figures({ ...own, currencies: dollars }, "EUR")).toEqual([700, 0])
  })

  it("never lets one currency's figures reach another", () => {
    const code = fc.constantFrom("EUR", "USD", "GBP")
    const terms = fc.uniqueArray(
      fc.record({ currency: code, minimum: fc.nat(9_999).map(cents), reserveTarget: fc.nat(9_999).map(cents) }),
      { selector: (each) => each.currency },
    )
    fc.assert(
      fc.property(terms, code, (currencies, asked) => {
        const named = currencies.find((each) => each.currency === asked)
        const { minimum, reserveTarget } = termsIn(termsFor({ ...ALL, currencies }, undefined), asked)
        expect([minimum, reserveTarget]).toEqual(named ? [named.minimum, named.reserveTarget] : [1_000, 0])
      }),
    )
  })

  it("refuses a currency that is named twice or is none", () => {
    const given = { schedule: { kind: "DAILY" }, minimum: 0, holdDays: 14, presumeDays: 30, reserveTarget: 0 }
    expect(checkedTerms(given).currencies).toEqual([])
    expect(() => checkedTerms({ ...given, currencies: [USD, USD] })).toThrow(/named twice/)
    expect(() => checkedOwnTerms({ ...OWN, currencies: [{ ...USD, currency: "dollar" }] })).toThrow(/currency/)
    expect(() => checkedOwnTerms({ ...OWN, currencies: [{ ...USD, minimum: -1 }] })).toThrow(/minimum/)
  })
})
