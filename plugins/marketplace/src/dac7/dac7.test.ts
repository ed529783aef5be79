import { cents, sum } from "@gondola/kit"
import fc from "fast-check"
import { dpiXml, messageRef } from "./dpi-xml"
import { outcomeOf } from "./make-report"
import { isExcluded, type Quarter, wholeEuros, withoutNegatives, type Year } from "./quarters"
import { blockedFrom, dueRound, isBlocked } from "./reminders"
import { missingTaxData, taxNumberOf, type TaxSubject } from "./tax-data"

const quarter = (consideration: number, sales: number): Quarter => ({
  consideration: cents(consideration),
  sales,
  fees: cents(0),
  taxes: cents(0),
})
const year = (consideration: number, sales: number): Year => [
  quarter(consideration, sales),
  quarter(0, 0),
  quarter(0, 0),
  quarter(0, 0),
]
const firm: TaxSubject = {
  legalForm: "company",
  countryCode: "fr",
  taxId: null,
  registrationNumber: "44306184100047",
  street: "1 rue des Potiers",
  postalCode: "87000",
  city: "Limoges",
  person: null,
}
const at = (day: number): Date => new Date(Date.UTC(2026, 0, 1) + day * 24 * 60 * 60 * 1000)

describe("who is left out of the report", () => {
  it.each([
    [199_999, 29, true],
    [200_000, 29, true],
    [200_001, 29, false],
    [199_999, 30, false],
    [0, 30, false],
    [1_000_000, 1, false],
    [0, 0, true],
  ])("%d cents in %d sales: %s", (consideration, sales, excluded) => {
    expect(isExcluded(year(consideration, sales))).toBe(excluded)
    expect(outcomeOf({ subject: firm }, year(consideration, sales))).toBe(excluded ? "EXCLUDED" : "REPORTED")
  })

  it("is who does not live in the EU, and a person without a date of birth cannot be named yet", () => {
    expect(outcomeOf({ subject: { ...firm, countryCode: "jp" } }, year(1_000_000, 99))).toBe("ELSEWHERE")
    const person = { ...firm, legalForm: "sole_trader" as const, taxId: "1234567890123" }
    expect(outcomeOf({ subject: person }, year(1_000_000, 99))).toBe("INCOMPLETE")
  })
})

describe("quarters", () => {
  it("net what a refund took below zero, first against later sales", () => {
    expect(withoutNegatives([100, -30, 50, 0].map(cents))).toEqual([100, 0, 20, 0])
    expect(withoutNegatives([100, 0, 0, -30].map(cents))).toEqual([70, 0, 0, 0])
    expect(withoutNegatives([10, 0, 0, -30].map(cents))).toEqual([0, 0, 0, 0])
  })

  it("keep the year's sum, and are never negative", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 4, maxLength: 4 }), (amounts) => {
        const settled = withoutNegatives(amounts.map(cents))
        expect(settled.every((amount) => amount >= 0)).toBe(true)
        expect(sum(settled)).toBe(Math.max(0, sum(amounts.map(cents))))
      }),
    )
  })

  it("are told in whole euros", () => {
    expect([149, 150, 199_950].map((amount) => wholeEuros(cents(amount)))).toEqual([1, 2, 2000])
  })
})

describe("tax data", () => {
  it("of a French firm are its SIREN; of others the number they give", () => {
    expect(taxNumberOf(firm)).toBe("443061841")
    expect(missingTaxData(firm)).toEqual([])
    expect(missingTaxData({ ...firm, countryCode: "de" })).toEqual(["tax_id"])
    expect(missingTaxData({ ...firm, legalForm: "sole_trader" })).toEqual(["tax_id", "birth"])
    expect(missingTaxData({ ...firm, city: " ", countryCode: "jp" })).toEqual([])
    expect(missingTaxData({ ...firm, city: " " })).toEqual(["address"])
  })
})

describe("reminders", () => {
  it("follow the request after 20 and 40 days, and there are only two", () => {
    expect(dueRound([], at(0))).toBe(1)
    expect(dueRound([at(0)], at(19.9))).toBeNull()
    expect(dueRound([at(0)], at(20))).toBe(2)
    expect(dueRound([at(0), at(20)], at(39.9))).toBeNull()
    expect(dueRound([at(0), at(20)], at(40))).toBe(3)
    expect(dueRound([at(0), at(20), at(40)], at(400))).toBeNull()
  })

  it("block payouts after both of them and sixty days, never sooner", () => {
    expect(isBlocked([at(0), at(20), at(40)], at(59.99))).toBe(false)
    expect(isBlocked([at(0), at(20), at(40)], at(60))).toBe(true)
    expect(isBlocked([at(0), at(20)], at(400))).toBe(false)
    expect(isBlocked([], at(400))).toBe(false)
    expect(blockedFrom(at(0))).toEqual(at(60))
  })
})

describe("the XML", () => {
  const operator = {
    id: null,
    legalName: "Maison Gondole SAS",
    tradeName: "Maison Gondole",
    street: "10 rue de la République",
    postalCode: "69001",
    city: "Lyon",
    countryCode: "FR",
    registrationNumber: "73282932000074",
    vatNumber: "FR40303265045",
    email: null,
  }
  const seller = {
    sellerId: "sel_A",
    legalName: "Tasses & <Cie>",
    vatNumber: null,
    subject: firm,
    year: year(123_456, 31),
  }
  const report = { year: 2026, version: 1, madeAt: new Date("2027-01-10T09:00:00Z"), operator, sellers: [seller] }

  it("names the message, the firm and its quarters", () => {
    const xml = dpiXml(report)
    expect(messageRef(report)).toBe("OP_2026_732829320_V1")
    expect(xml).toContain("<dpi:MessageTypeIndic>DPI401<")
    expect(xml).toContain("<dpi:Name>Tasses &amp; &lt;Cie&gt;</dpi:Name>")
    expect(xml).toContain('<dpi:TIN issuedBy="FR">443061841</dpi:TIN>')
    expect(xml).toContain('<dpi:ConsQ1 currCode="EUR">1235</dpi:ConsQ1>')
    expect(xml).toContain("<dpi:NumbQ1>31</dpi:NumbQ1>")
  })

  it("names a sole trader as a person, and says so when nobody is to be reported", () => {
    const person = { firstName: "Anna", lastName: "Petit", birthDate: "1980-05-04" }
    const subject = { ...firm, legalForm: "sole_trader" as const, taxId: "1234567890123", person }
    const xml = dpiXml({ ...report, sellers: [{ ...seller, subject }] })
    expect(xml).toContain("<dpi:LastName>Petit</dpi:LastName>")
    expect(xml).toContain("<dpi:BirthDate>1980-05-04</dpi:BirthDate>")
    expect(dpiXml({ ...report, sellers: [] })).toContain("<dpi:MessageTypeIndic>DPI403<")
  })
})
