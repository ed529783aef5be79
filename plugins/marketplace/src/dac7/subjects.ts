import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { TaxSubject } from "./tax-data"

export interface SubjectRow {
  readonly sellerId: string
  readonly name: string
  readonly legalName: string
  readonly vatNumber: string | null
  readonly email: string
  readonly locale: "fr" | "en"
  readonly subject: TaxSubject
}

/** Tax data of sellers; all that ever were active when no ids are given. */
export async function taxSubjects(
  knex: Knex | Knex.Transaction,
  asked: { readonly sellerIds?: readonly string[]; readonly states?: readonly string[] } = {},
): Promise<SubjectRow[]> {
  const query = knex("marketplace_seller as s")
    .leftJoin("marketplace_dac7_person as p", "p.seller_id", "s.id")
    .orderBy("s.id")
    .select("s.*", "p.first_name", "p.last_name", knex.raw("p.birth_date::text as birth_date"))
  if (asked.sellerIds) void query.whereIn("s.id", asked.sellerIds as string[])
  if (asked.states) void query.whereIn("s.state", asked.states as string[])
  return ((await query) as Record<string, string | null>[]).map((row) => ({
    sellerId: row.id!,
    name: row.name!,
    legalName: row.legal_name!,
    vatNumber: row.vat_number || null,
    email: row.email!,
    locale: row.locale === "en" ? "en" : "fr",
    subject: {
      legalForm: row.legal_form as TaxSubject["legalForm"],
      countryCode: row.country_code!,
      taxId: row.tax_id ?? null,
      registrationNumber: row.registration_number || null,
      street: row.street ?? "",
      postalCode: row.postal_code ?? "",
      city: row.city ?? "",
      person: row.birth_date
        ? { firstName: row.first_name!, lastName: row.last_name!, birthDate: row.birth_date }
        : null,
    },
  }))
}
