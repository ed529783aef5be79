import type { InferTypeOf } from "@medusajs/framework/types"
import type Seller from "../modules/marketplace/models/seller"
import { missingGates, type Gate } from "./gates"

export type SellerRow = InferTypeOf<typeof Seller>
export type SellerState = SellerRow["state"]

export function gatesOfRow(row: SellerRow): Gate[] {
  return missingGates({
    state: row.state,
    legalName: row.legal_name,
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    countryCode: row.country_code,
    email: row.email,
    phone: row.phone,
    registrationNumber: row.registration_number,
    selfCertified: row.self_certified,
    termsAccepted: row.terms_accepted_at !== null,
    euResponsible: row.eu_responsible,
    delivers: row.stock_location_id !== null,
  })
}
