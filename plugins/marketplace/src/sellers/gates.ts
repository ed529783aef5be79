/** What the gates look at. */
export interface GatedSeller {
  readonly state: "applied" | "active" | "suspended" | "rejected" | "closed"
  readonly legalName: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  /** ISO 3166-1 alpha-2, lower case. */
  readonly countryCode: string
  readonly email: string
  readonly phone: string
  readonly registrationNumber: string
  readonly selfCertified: boolean
  readonly termsAccepted: boolean
  /** Named when the seller is outside the EU (GPSR art. 16). */
  readonly euResponsible: string | null
  /** A stock location and a delivery exist. */
  readonly delivers: boolean
}

export type Gate =
  | "approval"
  | "legal_name"
  | "address"
  | "contact"
  | "registration_number"
  | "self_certification"
  | "terms"
  | "eu_responsible"
  | "delivery"

const EU = new Set("at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se".split(" "))

export const isInEu = (countryCode: string): boolean => EU.has(countryCode.toLowerCase())

/** Gates that are not green, in the order a person would close them; nothing is sold before the list is empty. */
export function missingGates(seller: GatedSeller): Gate[] {
  const filled = (text: string | null) => Boolean(text?.trim())
  const gates: readonly [Gate, boolean][] = [
    ["legal_name", filled(seller.legalName)],
    [
      "address",
      filled(seller.street) && filled(seller.postalCode) && filled(seller.city) && filled(seller.countryCode),
    ],
    ["contact", filled(seller.email) && filled(seller.phone)],
    ["registration_number", filled(seller.registrationNumber)],
    ["self_certification", seller.selfCertified],
    ["terms", seller.termsAccepted],
    ["eu_responsible", isInEu(seller.countryCode) || filled(seller.euResponsible)],
    ["delivery", seller.delivers],
    ["approval", seller.state === "active"],
  ]
  return gates.filter(([, green]) => !green).map(([gate]) => gate)
}
