import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * What tells a seller's numbers from another's: `FV-12-2026-000001`. An agent who invoices for several keeps a series for each
 * (BOI-TVA-DECLA-30-20-20-10). The house's own have none.
 */
export async function issuerCode(trx: Knex.Transaction, sellerId: string): Promise<string> {
  const read = async (): Promise<number | undefined> =>
    (
      (await trx("marketplace_invoice_issuer").where({ seller_id: sellerId }).first("code")) as
        { code: number } | undefined
    )?.code
  const known = await read()
  if (known !== undefined) return String(known)
  await trx("marketplace_invoice_issuer").insert({ seller_id: sellerId }).onConflict("seller_id").ignore()
  return String(await read())
}
