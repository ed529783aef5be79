import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DocumentParty } from "@gondola/ledger"
import { billedSeller } from "../billing/parties"
import { dayOf } from "../figures/paris-time"
import type { RetailerTrader } from "../retailer/trader"

type Books = Knex.Transaction | Knex

/** The house, read in the caller's transaction. */
export async function houseParty(trx: Books): Promise<DocumentParty> {
  const row = (await trx("marketplace_retailer").first("name", "trader", "setup")) as {
    name: string
    trader: RetailerTrader
    setup: { countryCode: string }
  }
  const settings = (await trx("marketplace_billing_settings").first("legal_note")) as
    { legal_note: string | null } | undefined
  const { trader } = row
  return {
    id: null,
    legalName: trader.legalName,
    tradeName: row.name,
    street: trader.street,
    postalCode: trader.postalCode,
    city: trader.city,
    countryCode: row.setup.countryCode.toUpperCase(),
    registrationNumber: trader.registrationNumber,
    vatNumber: trader.vatNumber,
    email: trader.email,
    legalNote: settings?.legal_note ?? null,
  }
}

export interface SellingParty {
  readonly party: DocumentParty
  readonly countryCode: string
  /** Day on which it accepted the terms, and the mandate with them; null while it did not. */
  readonly mandatedOn: string | null
}

export async function sellingParty(trx: Books, sellerId: string): Promise<SellingParty> {
  const { party } = await billedSeller(trx, sellerId)
  const row = (await trx("marketplace_seller").where("id", sellerId).first("terms_accepted_at")) as {
    terms_accepted_at: Date | null
  }
  return {
    party,
    countryCode: party.countryCode,
    mandatedOn: row.terms_accepted_at ? dayOf(new Date(row.terms_accepted_at)) : null,
  }
}

interface AddressRow {
  readonly company: string | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly address_1: string | null
  readonly address_2: string | null
  readonly postal_code: string | null
  readonly city: string | null
  readonly country_code: string | null
  readonly customer_name: string
  readonly locale: string | null
}

export interface Buyer {
  readonly party: DocumentParty
  readonly locale: "fr" | "en"
}

/** Who bought, by the invoice address, else the delivery's. Without the e-mail: it has no place on an invoice. */
export async function buyerOf(trx: Books, orderId: string, fallbackCountry: string): Promise<Buyer> {
  const { rows } = (await trx.raw(
    `select a.company, a.first_name, a.last_name, a.address_1, a.address_2, a.postal_code, a.city, a.country_code,
       p.customer_name, o.locale
     from marketplace_placed_order p
     left join "order" o on o.id = p.order_id
     left join order_address a on a.id = coalesce(o.billing_address_id, o.shipping_address_id)
     where p.order_id = ?`,
    [orderId],
  )) as { rows: AddressRow[] }
  const row = rows[0]!
  const name = [row.first_name, row.last_name].filter(Boolean).join(" ") || row.customer_name || "–"
  const said = row.company?.trim() || name
  return {
    locale: row.locale?.startsWith("en") ? "en" : "fr",
    party: {
      id: orderId,
      legalName: said,
      tradeName: said,
      street: [row.address_1, row.address_2].filter(Boolean).join(", "),
      postalCode: row.postal_code ?? "",
      city: row.city ?? "",
      countryCode: (row.country_code ?? fallbackCountry).toUpperCase(),
      registrationNumber: null,
      vatNumber: null,
      email: null,
    },
  }
}
