import type { LegalForm } from "../checklist/requirement"
import { LEGAL_FORMS } from "../checklist/requirement"
import { checkIdentifier, type IdentifierKind } from "../identifiers"
import type { SellerRow } from "../seller-row"
import type { SellerState } from "../states"

/** Whatever an applicant or a seller saves of its own data; what is absent stays as it is. */
export interface SellerPatch {
  readonly name?: string | null
  readonly legalName?: string | null
  readonly legalForm?: LegalForm | null
  readonly street?: string | null
  readonly postalCode?: string | null
  readonly city?: string | null
  readonly countryCode?: string | null
  readonly email?: string | null
  readonly phone?: string | null
  readonly registrationNumber?: string | null
  readonly vatNumber?: string | null
  readonly taxId?: string | null
  readonly euResponsible?: string | null
  readonly selfCertified?: boolean | null
  readonly acceptsShopReturns?: boolean | null
  readonly locale?: "fr" | "en" | null
}

export type PatchField = keyof SellerPatch

export interface FieldProblem {
  readonly field: PatchField
  /** For a person, in English. */
  readonly message: string
}

/** What is stored, column by column. */
export type PatchedColumns = Partial<
  Pick<
    SellerRow,
    | "name"
    | "legal_name"
    | "legal_form"
    | "street"
    | "postal_code"
    | "city"
    | "country_code"
    | "email"
    | "phone"
    | "registration_number"
    | "vat_number"
    | "tax_id"
    | "eu_responsible"
    | "self_certified"
    | "accepts_shop_returns"
    | "locale"
  >
>

/** Who the trader is was verified: after that only the operator's review could change it. */
const VERIFIED: readonly PatchField[] = ["name", "legalName", "legalForm", "countryCode", "registrationNumber"]

const TEXTS = {
  name: ["name", 80],
  legalName: ["legal_name", 200],
  street: ["street", 200],
  postalCode: ["postal_code", 20],
  city: ["city", 100],
  euResponsible: ["eu_responsible", 300],
} as const

const IDENTIFIERS = {
  registrationNumber: ["registration_number", "registration_number"],
  vatNumber: ["vat_number", "vat_number"],
  taxId: ["tax_id", "tax_id"],
  phone: ["phone", "phone"],
} as const satisfies Record<string, readonly [keyof PatchedColumns, IdentifierKind]>

/** Columns that may be null rather than empty. */
const NULLABLE: readonly string[] = ["vat_number", "tax_id", "eu_responsible"]

/**
 * Takes what is right and tells what is not, field by field: one wrong digit must not cost the rest of the page. An
 * empty text empties the field, for an application may be saved half done.
 */
export function readPatch(
  patch: SellerPatch,
  seller: { readonly state: SellerState; readonly countryCode: string },
): { columns: PatchedColumns; problems: FieldProblem[] } {
  const columns: Record<string, unknown> = {}
  const problems: FieldProblem[] = []
  const refuse = (field: PatchField, message: string) => problems.push({ field, message })
  const verified = seller.state === "active" || seller.state === "suspended" || seller.state === "closed"
  const given = (field: PatchField): boolean => {
    if (patch[field] === undefined || patch[field] === null) return false
    if (!verified || !VERIFIED.includes(field)) return true
    refuse(field, "This was verified; ask the operator to change it")
    return false
  }
  const empty = (column: string) => (NULLABLE.includes(column) ? null : "")

  if (given("countryCode")) {
    const country = patch.countryCode!.trim().toLowerCase()
    if (/^[a-z]{2}$/.test(country)) columns.country_code = country
    else refuse("countryCode", "The country is two letters, such as fr")
  }
  const country = (columns.country_code as string | undefined) ?? seller.countryCode
  for (const [field, [column, longest]] of Object.entries(TEXTS) as [keyof typeof TEXTS, [string, number]][])
    if (given(field)) {
      const text = patch[field]!.trim().replace(/\s+/g, " ")
      if (text.length > longest) refuse(field, `At most ${longest} characters`)
      else if (!text && field === "name") refuse(field, "The shop needs a name")
      else columns[column] = text || empty(column)
    }
  for (const [field, [column, kind]] of Object.entries(IDENTIFIERS) as [
    keyof typeof IDENTIFIERS,
    [string, IdentifierKind],
  ][])
    if (given(field)) {
      const check = patch[field]!.trim() ? checkIdentifier(kind, country, patch[field]!) : null
      if (check?.ok === false) refuse(field, check.message)
      else columns[column] = check ? check.value : empty(column)
    }
  if (given("email")) {
    const email = patch.email!.trim().toLowerCase()
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254) columns.email = email
    else refuse("email", "This is not an e-mail address")
  }
  if (given("legalForm") && LEGAL_FORMS.includes(patch.legalForm!)) columns.legal_form = patch.legalForm
  if (given("selfCertified")) columns.self_certified = patch.selfCertified
  if (given("acceptsShopReturns")) columns.accepts_shop_returns = patch.acceptsShopReturns
  if (given("locale")) columns.locale = patch.locale
  return { columns: columns as PatchedColumns, problems }
}
