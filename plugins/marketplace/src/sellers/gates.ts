export { isInEu } from "./eu"
import { isInEu } from "./eu"
import type { SellerState } from "./states"

/** What the gates look at. */
export interface GatedSeller {
  readonly state: SellerState
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
  /** The terms in force, not only some earlier ones. */
  readonly termsAccepted: boolean
  /** Named when the seller is outside the EU (GPSR art. 16). */
  readonly euResponsible: string | null
  /** A stock location and a delivery exist. */
  readonly delivers: boolean
  /** Codes of the operator's checklist that bind this seller and are not green. */
  readonly openRequirements: readonly string[]
  /** Inside one of its closures. */
  readonly onHoliday: boolean
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
  | "holiday"
  | `requirement_${string}`

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
    ...seller.openRequirements.map((code): [Gate, boolean] => [`requirement_${code}`, false]),
    ["delivery", seller.delivers],
    ["holiday", !seller.onHoliday],
    ["approval", seller.state === "active"],
  ]
  return gates.filter(([, green]) => !green).map(([gate]) => gate)
}
