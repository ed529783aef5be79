import { type Application, applicationProblems, isSiret, outsideEu, readApplication } from "./application"

const good: Application = {
  name: "Atelier Argile",
  legalName: "Atelier Argile SARL",
  registrationNumber: "732 829 320 00074",
  vatNumber: "FR 44 732829320",
  street: "3 chemin des Potiers",
  postalCode: "26220",
  city: "Dieulefit",
  countryCode: "fr",
  euResponsible: "",
  email: "bonjour@argile.example",
  phone: "+33 4 75 00 00 00",
  password: "une phrase longue",
  selfCertified: true,
  acceptsTerms: true,
  acceptsShopReturns: false,
}

describe("applicationProblems", () => {
  test("a good application has none; shop returns may be refused", () => expect(applicationProblems(good)).toEqual({}))

  test("an empty form names every field that is needed", () => {
    expect(applicationProblems(readApplication(new FormData()))).toEqual({
      name: "required",
      legalName: "required",
      registrationNumber: "required",
      street: "required",
      postalCode: "required",
      city: "required",
      countryCode: "required",
      email: "required",
      phone: "required",
      password: "required",
      selfCertified: "mustAccept",
      acceptsTerms: "mustAccept",
    })
  })

  test("a seller outside the EU names who answers for it inside", () => {
    const norwegian = { ...good, countryCode: "no", registrationNumber: "NO 999 999 999" }
    expect(applicationProblems(norwegian)).toEqual({ euResponsible: "euResponsible" })
    expect(applicationProblems({ ...norwegian, euResponsible: "EU Comply, Lyon" })).toEqual({})
  })

  test.each([
    ["registrationNumber", "732 829 320", "siret"],
    ["vatNumber", "44732829320", "vatNumber"],
    ["email", "argile", "email"],
    ["phone", "zéro quatre", "phone"],
    ["password", "court", "weakPassword"],
  ] as const)("%s %s is refused", (field, value, problem) =>
    expect(applicationProblems({ ...good, [field]: value })).toEqual({ [field]: problem }),
  )
})

describe("isSiret", () => {
  test.each(["73282932000074", "35600000000048", "356 000 000 09075"])("%s", (text) => expect(isSiret(text)).toBe(true))
  test.each(["", "732829320", "73282932000075"])("not %j", (text) => expect(isSiret(text)).toBe(false))
})

test("the EEA is not the EU", () => {
  expect(outsideEu("no")).toBe(true)
  expect(outsideEu("us")).toBe(true)
  expect(outsideEu("de")).toBe(false)
  expect(outsideEu("")).toBe(false)
})
