import fc from "fast-check"
import { readPatch, type SellerPatch } from "./patch"

const applicant = { state: "applied" as const, countryCode: "fr" }

describe("readPatch", () => {
  it("keeps what is right beside what is wrong", () => {
    const { columns, problems } = readPatch(
      { legalName: "  Tasses   SARL ", registrationNumber: "443 061 841 00048", vatNumber: "40303265045", phone: "x" },
      applicant,
    )
    expect(columns).toEqual({ legal_name: "Tasses SARL", vat_number: "FR40303265045" })
    expect(problems.map(({ field }) => field)).toEqual(["registrationNumber", "phone"])
  })

  it("checks a number against the country saved with it", () => {
    expect(readPatch({ countryCode: "ch", registrationNumber: "abc 1" }, applicant)).toEqual({
      columns: { country_code: "ch", registration_number: "ABC 1" },
      problems: [],
    })
  })

  it("empties what was emptied, for an application may be half done", () => {
    expect(readPatch({ street: "", vatNumber: " ", euResponsible: "" }, applicant).columns).toEqual({
      street: "",
      vat_number: null,
      eu_responsible: null,
    })
    expect(readPatch({ name: " " }, applicant).problems).toEqual([{ field: "name", message: "The shop needs a name" }])
  })

  it("leaves the verified identity of a seller alone", () => {
    const active = { state: "active" as const, countryCode: "fr" }
    const { columns, problems } = readPatch({ legalName: "Other", phone: "+33 1 00 00 00 00" }, active)
    expect(columns).toEqual({ phone: "+33 1 00 00 00 00" })
    expect(problems.map(({ field }) => field)).toEqual(["legalName"])
  })

  it("stores nothing of a field with a problem, and throws at nothing", () => {
    const text = fc.option(fc.string(), { nil: undefined })
    const patch: fc.Arbitrary<SellerPatch> = fc.record({
      registrationNumber: text,
      vatNumber: text,
      taxId: text,
      phone: text,
      email: text,
      countryCode: text,
    })
    const column: Record<string, string> = {
      registrationNumber: "registration_number",
      vatNumber: "vat_number",
      taxId: "tax_id",
      countryCode: "country_code",
    }
    fc.assert(
      fc.property(patch, (given) => {
        const { columns, problems } = readPatch(given, applicant)
        return problems.every(({ field }) => !((column[field] ?? field) in columns))
      }),
    )
  })
})
