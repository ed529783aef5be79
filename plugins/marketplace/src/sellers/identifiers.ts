import { entityValidators, euVat, personValidators, stdnum } from "stdnum"
import { isInEu } from "./eu"

// Its types call themselves an ES module; what require gets is CommonJS, as on every Node that we run on.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { electronicFormatIBAN, validateIBAN } = require("ibantools") as typeof import("ibantools", {
  with: { "resolution-mode": "import" },
})

export const IDENTIFIER_KINDS = ["registration_number", "vat_number", "tax_id", "iban", "epr", "phone"] as const
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number]

export type IdentifierCheck =
  | { readonly ok: true; /** As it is kept: without spaces, upper case. */ readonly value: string }
  | { readonly ok: false; /** For a person, in English. */ readonly message: string }

const wrong = (message: string): IdentifierCheck => ({ ok: false, message })
const right = (value: string): IdentifierCheck => ({ ok: true, value })

/** Form and check digits of a number; that it was given to this trader is what the operator's review is for. */
export function checkIdentifier(kind: IdentifierKind, countryCode: string, value: string): IdentifierCheck {
  if (!value.trim() || value.length > 60) return wrong("Fill this in")
  return CHECKS[kind](countryCode.toLowerCase(), value.trim())
}

const CHECKS: Readonly<Record<IdentifierKind, (country: string, value: string) => IdentifierCheck>> = {
  registration_number: registrationNumber,
  vat_number: vatNumber,
  tax_id: taxId,
  iban,
  epr: (_country, value) => eprNumber(value),
  phone: (_country, value) =>
    /^\+?[\d\s().-]{6,30}$/.test(value) && value.replace(/\D/g, "").length <= 15
      ? right(value)
      : wrong("Give the phone number with digits only, such as +33 4 72 00 00 00"),
}

/** SIRET in France; elsewhere the number is checked where its kind is known, and taken as it is where not. */
function registrationNumber(country: string, value: string): IdentifierCheck {
  if (country === "fr") {
    const siret = stdnum.FR?.siret?.validate(value)
    return siret?.isValid
      ? right(siret.compact)
      : wrong("This is not a SIRET: 14 digits, the last of them a check digit")
  }
  const known = entityValidators[country.toUpperCase()] ?? []
  const valid = known.map((kind) => kind.validate(value)).find((outcome) => outcome.isValid)
  return right(valid?.isValid ? valid.compact : value.replace(/\s+/g, " ").toUpperCase())
}

function vatNumber(country: string, value: string): IdentifierCheck {
  const bare = value.replace(/[\s.-]/g, "").toUpperCase()
  if (!isInEu(country)) return right(bare)
  const kinds = euVat[country.toUpperCase()] ?? []
  const valid = kinds.map((kind) => kind.validate(bare)).find((outcome) => outcome.isValid)
  if (!valid?.isValid) return wrong(`This is not a VAT number of ${country.toUpperCase()}`)
  const prefix = country === "gr" ? "EL" : country.toUpperCase()
  return right(valid.compact.startsWith(prefix) ? valid.compact : prefix + valid.compact)
}

/** DAC7: the number that the tax office of the country gave. In France SIREN or SIRET of a firm, numéro fiscal of a person. */
function taxId(country: string, value: string): IdentifierCheck {
  const upper = country.toUpperCase()
  const known = [...(entityValidators[upper] ?? []), ...(personValidators[upper] ?? [])]
  if (known.length === 0) return right(value.replace(/\s+/g, "").toUpperCase())
  const valid = known.map((kind) => kind.validate(value)).find((outcome) => outcome.isValid)
  return valid?.isValid ? right(valid.compact) : wrong(`This is not a tax number of ${upper}`)
}

function iban(_country: string, value: string): IdentifierCheck {
  const compact = electronicFormatIBAN(value) ?? ""
  return validateIBAN(compact).valid ? right(compact) : wrong("This is not an IBAN: check its digits")
}

/** Identifiant unique (L541-10-13): FR, six digits of the producer, two of the stream and four characters. */
export function eprNumber(value: string): IdentifierCheck {
  const compact = value.replace(/\s/g, "").toUpperCase()
  return /^FR\d{6}_\d{2}[0-9A-Z]{4}$/.test(compact)
    ? right(compact)
    : wrong("This is not an EPR identifier: it looks like FR123456_01ABCD")
}
