import { assertStrongPassword, badInput } from "@gondola/kit"
import { marketplaceError } from "../../errors"
import { checkIdentifier } from "../identifiers"

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
  /** Of the letters to the seller; French when absent. */
  readonly locale?: "fr" | "en" | null
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
    registrationNumber: identifier(
      "registration_number",
      countryCode,
      text(input.registrationNumber, "the registration number", 40),
    ),
    vatNumber: input.vatNumber?.trim() ? identifier("vat_number", countryCode, input.vatNumber) : null,
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

const REFUSALS = { registration_number: "BAD_REGISTRATION_NUMBER", vat_number: "BAD_VAT_NUMBER" } as const

function identifier(kind: keyof typeof REFUSALS, countryCode: string, value: string): string {
  const check = checkIdentifier(kind, countryCode, value)
  if (!check.ok) throw marketplaceError(REFUSALS[kind], check.message)
  return check.value
}
