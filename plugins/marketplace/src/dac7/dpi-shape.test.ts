import { cents } from "@gondola/kit"
import { element as el, type XmlElement } from "@gondola/ledger"
import { dpiTree } from "./dpi-xml"
import { shapeFaults } from "./dpi-shape"
import type { TaxSubject } from "./tax-data"

const quarter = { consideration: cents(12_345), sales: 3, fees: cents(-200), taxes: cents(0) }
const firm: TaxSubject = {
  legalForm: "company",
  countryCode: "fr",
  taxId: null,
  registrationNumber: "44306184100047",
  street: "",
  postalCode: "87000",
  city: "Limoges",
  person: null,
}
const trader: TaxSubject = {
  ...firm,
  legalForm: "sole_trader",
  taxId: "1234567890123",
  person: { firstName: "Anna", lastName: "Petit", birthDate: "1980-05-04" },
}
const of = (over: Partial<TaxSubject>, base = firm) => ({
  sellerId: "sel_A",
  legalName: "Tasses & Cie",
  vatNumber: "FR83404833048",
  subject: { ...base, ...over },
  year: [quarter, quarter, quarter, quarter] as const,
})
const report = (...sellers: ReturnType<typeof of>[]) => ({
  year: 2026,
  version: 1,
  madeAt: new Date("2027-01-10T09:00:00.123Z"),
  operator: {
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
  },
  sellers,
})

describe("the shape of the report", () => {
  it.each([
    ["nobody", report()],
    [
      "a firm, a person, and a firm without any number",
      report(of({}), of({}, trader), of({ registrationNumber: null, countryCode: "de" })),
    ],
    ["a firm without an address", report(of({ city: " ", postalCode: "" }))],
  ])("is kept with %s", (_what, given) => expect(shapeFaults(dpiTree(given))).toEqual([]))

  it.each([
    [
      "a SIREN that is none",
      { ...report(), operator: { ...report().operator, registrationNumber: "12" } },
      "MessageRefId",
    ],
    ["a name of 201 letters", report({ ...of({}), legalName: "x".repeat(201) }), "Name"],
    ["an empty name", report({ ...of({}), legalName: " " }), "Name"],
    ["a country that is none", report(of({ countryCode: "f1" })), "ResCountryCode"],
    [
      "a birthday that is none",
      report(of({ person: { ...trader.person!, birthDate: "4 May 1980" } }, trader)),
      "BirthDate",
    ],
  ])("is not kept with %s", (_what, given, where) => expect(shapeFaults(dpiTree(given)).join()).toContain(where))

  it("notices what is missing, doubled, out of order or foreign", () => {
    const good = dpiTree(report(of({})))
    const [spec, body] = good.content as readonly [XmlElement, XmlElement]
    const root = (...children: XmlElement[]) => el("dpi:DPI_OECD", children)
    expect(shapeFaults(root(body, spec))).not.toEqual([])
    expect(shapeFaults(root(spec))).toEqual(["dpi:DPI_OECD/dpi:DPIBody: missing"])
    expect(shapeFaults(root(spec, spec, body))).not.toEqual([])
    expect(shapeFaults(root(spec, body, el("dpi:More", "x")))).toEqual(["dpi:DPI_OECD/dpi:More: not here"])
    expect(shapeFaults(el("dpi:Other", []))).toHaveLength(1)
  })
})
