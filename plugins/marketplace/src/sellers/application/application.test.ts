import { checkedApplication, type SellerApplication } from "./application"

const good: SellerApplication = {
  name: " Tasses & Cie ",
  legalName: "Tasses et Compagnie SARL",
  street: "1 rue des Potiers",
  postalCode: "87000",
  city: "Limoges",
  countryCode: "FR",
  email: " Anna@Tasses.example ",
  phone: "+33 5 55 00 00 00",
  registrationNumber: "443 061 841 00047",
  vatNumber: "40303265045",
  euResponsible: " ",
  password: "violet-escargot-7-parapluie",
  selfCertified: true,
  acceptsTerms: true,
  acceptsShopReturns: false,
}

const codeOf = (over: Partial<SellerApplication>): string => {
  try {
    checkedApplication({ ...good, ...over })
    return "accepted"
  } catch (cause) {
    return (cause as { code: string }).code
  }
}

describe("checkedApplication", () => {
  it("tidies what is right", () => {
    expect(checkedApplication(good)).toMatchObject({
      name: "Tasses & Cie",
      countryCode: "fr",
      email: "anna@tasses.example",
      registrationNumber: "44306184100047",
      vatNumber: "FR40303265045",
      euResponsible: null,
    })
  })

  it.each<[string, Partial<SellerApplication>]>([
    ["BAD_REGISTRATION_NUMBER", { registrationNumber: "443 061 841 00048" }],
    ["BAD_REGISTRATION_NUMBER", { registrationNumber: "443061841" }],
    ["BAD_VAT_NUMBER", { vatNumber: "FR40303265046" }],
    ["BAD_INPUT", { countryCode: "France" }],
    ["BAD_INPUT", { email: "anna" }],
    ["BAD_INPUT", { phone: "call me" }],
    ["BAD_INPUT", { legalName: "  " }],
    ["BAD_INPUT", { street: "x".repeat(201) }],
    ["TERMS_NOT_ACCEPTED", { acceptsTerms: false }],
    ["TERMS_NOT_ACCEPTED", { selfCertified: false }],
    ["PASSWORD_TOO_WEAK", { password: "azertyuiop" }],
    ["PASSWORD_TOO_WEAK", { password: "anna@tasses.example" }],
    ["accepted", { countryCode: "ch", registrationNumber: "CHE-100.155.212", vatNumber: null }],
    ["accepted", { countryCode: "us", registrationNumber: "12-3456789", vatNumber: null }],
  ])("answers %s to %j", (code, over) => {
    expect(codeOf(over)).toBe(code)
  })
})
