import fc from "fast-check"
import { SELLER_STATES } from "./states"
import { missingGates, type GatedSeller } from "./gates"

const green: GatedSeller = {
  state: "active",
  legalName: "Tasses SARL",
  street: "1 rue des Potiers",
  postalCode: "69001",
  city: "Lyon",
  countryCode: "fr",
  email: "bonjour@tasses.example",
  phone: "+33 4 00 00 00 00",
  registrationNumber: "73282932000074",
  selfCertified: true,
  termsAccepted: true,
  euResponsible: null,
  delivers: true,
  openRequirements: [],
  onHoliday: false,
}

describe("missingGates", () => {
  it("lets a complete and approved seller sell", () => {
    expect(missingGates(green)).toEqual([])
  })

  it("asks a seller outside the EU for somebody inside", () => {
    expect(missingGates({ ...green, countryCode: "ch" })).toEqual(["eu_responsible"])
    expect(missingGates({ ...green, countryCode: "ch", euResponsible: "Répondant SAS, Lyon" })).toEqual([])
  })

  it.each(SELLER_STATES.filter((state) => state !== "active"))("keeps a seller who is %s from selling", (state) => {
    expect(missingGates({ ...green, state })).toEqual(["approval"])
  })

  it("shuts the shop for a holiday and for a paper of the operator's list", () => {
    expect(missingGates({ ...green, onHoliday: true })).toEqual(["holiday"])
    expect(missingGates({ ...green, openRequirements: ["company_register"] })).toEqual(["requirement_company_register"])
  })

  it("names everything that is missing at once", () => {
    const empty = { ...green, legalName: " ", city: "", phone: "", registrationNumber: "", selfCertified: false }
    expect(missingGates({ ...empty, termsAccepted: false, delivers: false, state: "applied" })).toEqual([
      "legal_name",
      "address",
      "contact",
      "registration_number",
      "self_certification",
      "terms",
      "delivery",
      "approval",
    ])
  })

  it("is never green when one field was emptied", () => {
    const fields = ["legalName", "street", "postalCode", "city", "email", "phone", "registrationNumber"] as const
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.stringMatching(/^\s*$/), (field, blank) => {
        expect(missingGates({ ...green, [field]: blank }).length).toBeGreaterThan(0)
      }),
    )
  })
})
