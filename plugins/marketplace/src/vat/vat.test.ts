import fc from "fast-check"
import { cents } from "@gondola/kit"
import { feeVat, taxedFee } from "./fee-vat"
import { accountableFor, IMPORT_THRESHOLD_EUR } from "./sale-vat"
import { nextPart, vatWithin } from "./vat-within"

describe("VAT on a fee", () => {
  it.each([
    ["fr", "FR40303265045", "domestic", 2000],
    ["fr", null, "domestic", 2000],
    ["MC", null, "domestic", 2000],
    ["re", null, "domestic", 850],
    ["yt", null, "outside_eu", 0],
    ["de", "DE136695976", "reverse_charge", 0],
    ["gr", "EL 094259216", "reverse_charge", 0],
    ["de", null, "domestic", 2000],
    ["de", "  ", "domestic", 2000],
    ["de", "FR40303265045", "domestic", 2000],
    ["jp", null, "outside_eu", 0],
    ["gb", "GB980780684", "outside_eu", 0],
    ["ch", "CHE-116.281.710", "outside_eu", 0],
  ])("of a seller in %s with the number %s is %s at %d", (countryCode, vatNumber, treatment, rateBps) => {
    expect(feeVat({ countryCode, vatNumber })).toMatchObject({ treatment, rateBps })
  })

  it("lies within the agreed figure or on top of it", () => {
    expect(taxedFee(cents(540), "included", 2000)).toEqual({ net: 450, vat: 90, gross: 540 })
    expect(taxedFee(cents(540), "added", 2000)).toEqual({ net: 540, vat: 108, gross: 648 })
    expect(taxedFee(cents(540), "included", 0)).toEqual({ net: 540, vat: 0, gross: 540 })
  })
})

describe("VAT within a price", () => {
  it("is half a cent up, at every French rate", () => {
    expect([2000, 1000, 550, 210, 0].map((rate) => vatWithin(cents(1200), rate))).toEqual([200, 109, 63, 25, 0])
  })

  it("never exceeds the price, keeps its sign and grows with it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(0, 210, 550, 850, 1000, 2000), (price, rate) => {
        const vat = vatWithin(cents(price), rate)
        expect(vat).toBeGreaterThanOrEqual(0)
        expect(vat).toBeLessThanOrEqual(price)
        expect(vatWithin(cents(-price), rate)).toBe(vat === 0 ? 0 : -vat)
        expect(vatWithin(cents(price + 1), rate)).toBeGreaterThanOrEqual(vat)
      }),
    )
  })

  it("is given back whole and never more, in any number of steps", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 0, max: 30_000 }),
        (steps, amount) => {
          const whole = cents(steps.reduce((a, b) => a + b, 0))
          fc.pre(whole > 0)
          let upTo = 0
          let given = 0
          for (const step of steps) {
            upTo += step
            const part = nextPart(cents(amount), whole, cents(upTo), cents(given))
            expect(part).toBeGreaterThanOrEqual(0)
            given += part
          }
          expect(given).toBe(amount)
        },
      ),
    )
  })
})

describe("who declares the VAT of a sale", () => {
  const sale = (seller: string, dispatch: string, value = IMPORT_THRESHOLD_EUR) =>
    accountableFor({ seller: { countryCode: seller, dispatchCountry: dispatch }, consignmentValue: cents(value) })

  it("is the retailer for its own goods, the seller within the EU", () => {
    expect(accountableFor({ seller: null, consignmentValue: cents(1) })).toBe("retailer")
    expect(sale("fr", "fr")).toBe("seller")
    expect(sale("de", "fr", 1_000_000)).toBe("seller")
  })

  it("is the platform for imports up to 150 €, whoever sells, and for stock in the EU of a foreign seller", () => {
    expect(sale("jp", "jp")).toBe("platform")
    expect(sale("fr", "cn")).toBe("platform")
    expect(sale("jp", "jp", IMPORT_THRESHOLD_EUR + 1)).toBe("importer")
    expect(sale("jp", "fr", 1_000_000)).toBe("platform")
  })
})
