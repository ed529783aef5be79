import { inEu } from "../vat/eu"

/** What the report must say about a seller; whether it sells anything is another question. */
export interface TaxSubject {
  readonly legalForm: "company" | "sole_trader" | "association"
  /** ISO 3166-1 alpha-2, either case. */
  readonly countryCode: string
  readonly taxId: string | null
  readonly registrationNumber: string | null
  readonly street: string
  readonly postalCode: string
  readonly city: string
  /** Only of a person. */
  readonly person: { readonly firstName: string; readonly lastName: string; readonly birthDate: string } | null
}

export type MissingTaxData = "tax_id" | "registration_number" | "address" | "birth"

/** Residents of a member state are reported; others fall under the law of their own country. */
export const isReportable = (subject: Pick<TaxSubject, "countryCode">): boolean => inEu(subject.countryCode)

/** A French firm's tax number is its SIREN, which every registration holds. */
export function taxNumberOf(subject: TaxSubject): string | null {
  if (subject.taxId?.trim()) return subject.taxId.trim()
  const digits = (subject.registrationNumber ?? "").replace(/\D/g, "")
  const firm = subject.legalForm !== "sole_trader" && subject.countryCode.toLowerCase() === "fr"
  return firm && (digits.length === 9 || digits.length === 14) ? digits.slice(0, 9) : null
}

/** Directive 2011/16/EU annex V, section II, B. */
export function missingTaxData(subject: TaxSubject): MissingTaxData[] {
  if (!isReportable(subject)) return []
  const missing: MissingTaxData[] = []
  if (taxNumberOf(subject) === null) missing.push("tax_id")
  if (subject.legalForm !== "sole_trader" && !subject.registrationNumber?.trim()) missing.push("registration_number")
  if (![subject.street, subject.postalCode, subject.city].every((part) => part.trim())) missing.push("address")
  if (subject.legalForm === "sole_trader" && subject.person === null) missing.push("birth")
  return missing
}
