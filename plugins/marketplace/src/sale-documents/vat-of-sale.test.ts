import { cents } from "@gondola/kit"
import { taxSale } from "../vat/tax-sale"
import { issuedByHouse, vatOfSale } from "./vat-of-sale"

const FRENCH = { countryCode: "fr", dispatchCountry: "fr", vatNumber: "FR55802954785" }

/** How a mug at 12 € and its delivery are billed. */
const billed = (
  seller: typeof FRENCH | { countryCode: string; dispatchCountry: string; vatNumber: null } | null,
  price = 1200,
) => {
  const parts = taxSale({
    sellerId: seller && "sel_a",
    seller,
    currency: "EUR",
    lines: [{ lineId: "l", total: cents(price), vatBps: 2000 }],
    delivery: { total: cents(490), vatBps: 2000 },
  })
  return parts.map((part) => ({
    house: issuedByHouse(part.accountable),
    vat: part.vat,
    ...vatOfSale(part, seller),
  }))
}

describe("whose invoice a sale is, and with which VAT", () => {
  const taxed = { category: "S", rateBps: 2000, reason: null }

  it.each([
    ["the house's own goods", null, { house: true, vat: 200, ...taxed }],
    ["a French seller", FRENCH, { house: false, vat: 200, ...taxed }],
    ["a German seller with its number", { ...FRENCH, countryCode: "de" }, { house: false, vat: 200, ...taxed }],
    [
      "a French seller without one",
      { ...FRENCH, vatNumber: null },
      { house: false, vat: 0, category: "E", rateBps: 0, reason: "small_business" },
    ],
    [
      "a German one without",
      { countryCode: "de", dispatchCountry: "de", vatNumber: null },
      { house: false, vat: 0, category: "E", rateBps: 0, reason: "small_business_eu" },
    ],
    [
      "goods in France of a seller in Japan",
      { countryCode: "jp", dispatchCountry: "fr", vatNumber: null },
      { house: true, vat: 200, ...taxed },
    ],
    ["an import up to 150 €", { ...FRENCH, dispatchCountry: "cn" }, { house: true, vat: 200, ...taxed }],
  ] as const)("%s", (_name, seller, outcome) => {
    expect(billed(seller)[0]).toEqual(outcome)
    // Delivery shares the lot of the goods.
    expect(billed(seller)[1]).toMatchObject({ house: outcome.house, category: outcome.category })
  })

  it("an import above 150 € without VAT is the seller's and the customs'", () => {
    const dear = { ...FRENCH, dispatchCountry: "cn" }
    expect(billed(dear, 18_000)[0]).toMatchObject({ house: true, vat: 3000 })
    expect(billed(dear, 18_002)[0]).toEqual({ house: false, vat: 0, category: "O", rateBps: 0, reason: "import" })
  })
})
