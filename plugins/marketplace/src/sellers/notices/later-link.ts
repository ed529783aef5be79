import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { hashOf, newToken } from "../team/tokens"

/**
 * A link of its own for a later letter: the receipt's is kept as a hash only, so that it cannot be written again, and
 * goes on working.
 */
export async function laterLink(
  trx: Knex.Transaction,
  { id, locale }: { readonly id: string; readonly locale: "fr" | "en" },
): Promise<string> {
  const token = newToken()
  await trx("marketplace_notice")
    .where({ id })
    .update({ later_token_hashes: trx.raw("array_append(later_token_hashes, ?)", [hashOf(token)]) })
  return `/${locale}/report/${token}`
}
