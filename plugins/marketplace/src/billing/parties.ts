import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { notFound } from "@gondola/kit"
import type { DocumentParty } from "@gondola/ledger"
import { retailerOf } from "../retailer/retailer-of"
import { readBillingSettings } from "./settings"

/** Who writes the documents: the retailer, as it is now. */
export async function issuerOf(container: MedusaContainer): Promise<DocumentParty> {
  const { name, trader, setup } = await retailerOf(container)
  const { legalNote } = await readBillingSettings(container)
  return {
    id: null,
    legalName: trader.legalName,
    tradeName: name,
    street: trader.street,
    postalCode: trader.postalCode,
    city: trader.city,
    countryCode: setup.countryCode.toUpperCase(),
    registrationNumber: trader.registrationNumber,
    vatNumber: trader.vatNumber,
    email: trader.email,
    legalNote,
  }
}

export interface BilledSeller {
  readonly party: DocumentParty
  readonly locale: "fr" | "en"
}

/** The seller as it is now; a document keeps a copy. @throws NOT_FOUND */
export async function billedSeller(knex: Knex | Knex.Transaction, sellerId: string): Promise<BilledSeller> {
  const row = (await knex("marketplace_seller").where("id", sellerId).first()) as Record<string, string> | undefined
  if (!row) throw notFound("This seller")
  return {
    party: {
      id: sellerId,
      legalName: row.legal_name!,
      tradeName: row.name!,
      street: row.street!,
      postalCode: row.postal_code!,
      city: row.city!,
      countryCode: row.country_code!.toUpperCase(),
      registrationNumber: row.registration_number || null,
      vatNumber: row.vat_number || null,
      email: row.email || null,
    },
    locale: row.locale === "en" ? "en" : "fr",
  }
}
