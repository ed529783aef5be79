import { randomBytes } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import "./contributors"
import { type Alias, type PrivacySubject, privacyContributors } from "./contributor"

const newAlias = (): Alias => ({ email: `${randomBytes(8).toString("hex")}@erased.invalid`, name: "Effacé / Erased" })

/**
 * Takes the person out of every book at once. The ledger, the documents and the audit trail are not touched: no name
 * stands in them. @returns rows touched, by table
 */
export async function eraseData(trx: Knex.Transaction, subject: PrivacySubject): Promise<Record<string, number>> {
  const alias = newAlias()
  const touched: Record<string, number> = {}
  for (const contributor of privacyContributors())
    for (const [table, rows] of Object.entries(await contributor.erase(trx, subject, alias)))
      touched[table] = (touched[table] ?? 0) + (rows ?? 0)
  return touched
}

export async function waitsFor(knex: Knex, subject: PrivacySubject): Promise<string | null> {
  for (const contributor of privacyContributors()) {
    const why = await contributor.waitsFor?.(knex, subject)
    if (why) return why
  }
  return null
}
