import { isPrivateTaxId, maskedTaxId, mayReadTaxIdentity } from "./tax-identity"

describe("a person's tax number", () => {
  it.each([
    ["1234567890123", "••••••••••123"],
    ["12", "12"],
    [null, null],
  ])("%s reads %s", (number, masked) => expect(maskedTaxId(number)).toBe(masked))

  it.each([
    ["owner", true],
    ["finance", true],
    ["catalogue", false],
    ["orders", false],
    ["read_only", false],
    [null, false],
  ] as const)("is read by %s: %s", (role, may) => expect(mayReadTaxIdentity(role)).toBe(may))

  it("is a sole trader's; a firm's is public", () => {
    expect(isPrivateTaxId({ legalForm: "sole_trader" })).toBe(true)
    expect(isPrivateTaxId({ legalForm: "company" })).toBe(false)
  })
})
