import { entityValidators, euVat, stdnum } from "stdnum"
import { assertStrongPassword, badInput } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { isInEu } from "./gates"

export interface SellerApplication {
  readonly name: string
  readonly legalName: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string
  readonly email: string
  readonly phone: string
  readonly registrationNumber: string
  readonly vatNumber?: string | null
  readonly euResponsible?: string | null
  readonly password: string
  readonly selfCertified: boolean
  readonly acceptsTerms: boolean
  readonly acceptsShopReturns: boolean
}

/**
 * Checks and tidies an application; the first thing wrong is told.
 * @throws BAD_INPUT | BAD_REGISTRATION_NUMBER | BAD_VAT_NUMBER | TERMS_NOT_ACCEPTED | PASSWORD_TOO_WEAK
 */
export function checkedApplication(input: SellerApplication): SellerApplication {
  const text = (value: string, what: string, longest = 200): string => {
    const trimmed = value.trim()
    if (!trimmed || trimmed.length > longest) throw badInput(`Fill in ${what} (at most ${longest} characters)`)
    return trimmed
  }
  const countryCode = input.countryCode.trim().toLowerCase()
  if (!/^[a-z]{2}$/.test(countryCode)) throw badInput("The country is two letters, such as fr")
  const email = input.email.trim().toLowerCase()
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254) throw badInput("This is not an e-mail address")
  const phone = text(input.phone, "the phone number", 30)
  if (!/^\+?[\d\s().-]{6,}$/.test(phone))
    throw badInput("Give the phone number with digits only, such as +33 4 72 00 00 00")
  const application: SellerApplication = {
    ...input,
    name: text(input.name, "the shop's name", 80),
    legalName: text(input.legalName, "the legal name"),
    street: text(input.street, "the street"),
    postalCode: text(input.postalCode, "the postal code", 20),
    city: text(input.city, "the city", 100),
    countryCode,
    email,
    phone,
    registrationNumber: registrationNumber(countryCode, text(input.registrationNumber, "the registration number", 40)),
    vatNumber: input.vatNumber?.trim() ? vatNumber(countryCode, input.vatNumber) : null,
    euResponsible: input.euResponsible?.trim() || null,
  }
  if (!input.selfCertified || !input.acceptsTerms)
    throw marketplaceError(
      "TERMS_NOT_ACCEPTED",
      "A seller certifies to offer only lawful goods and accepts the terms; tick both boxes",
    )
  assertStrongPassword(input.password, [email, application.name, application.legalName])
  return application
}

/** SIRET in France; elsewhere the number is checked where its kind is known, and taken as it is where not. */
function registrationNumber(countryCode: string, value: string): string {
  if (countryCode === "fr") {
    const siret = stdnum.FR?.siret?.validate(value)
    if (!siret?.isValid)
      throw marketplaceError(
        "BAD_REGISTRATION_NUMBER",
        "This is not a SIRET: 14 digits, the last of them a check digit",
      )
    return siret.compact
  }
  const known = entityValidators[countryCode.toUpperCase()] ?? []
  const valid = known.map((kind) => kind.validate(value)).find((outcome) => outcome.isValid)
  if (valid?.isValid) return valid.compact
  return value.replace(/\s+/g, " ").toUpperCase()
}

function vatNumber(countryCode: string, value: string): string {
  const bare = value.replace(/[\s.-]/g, "").toUpperCase()
  if (!isInEu(countryCode)) return bare
  const kinds = euVat[countryCode.toUpperCase()] ?? []
  const valid = kinds.map((kind) => kind.validate(bare)).find((outcome) => outcome.isValid)
  if (!valid?.isValid)
    throw marketplaceError("BAD_VAT_NUMBER", `This is not a VAT number of ${countryCode.toUpperCase()}`)
  const prefix = countryCode === "gr" ? "EL" : countryCode.toUpperCase()
  return valid.compact.startsWith(prefix) ? valid.compact : prefix + valid.compact
}
