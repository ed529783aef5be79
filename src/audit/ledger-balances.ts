import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AuditCheck, AuditFinding } from "@gondola/kit"

/** Σ = 0 in every journal and in every currency. The database refuses anything else, so a finding means tampering. */
export const ledgerBalances: AuditCheck = {
  name: "ledger adds up to zero",
  run: async (container) => {
    const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const [count] = (await knex("ledger_journal").count("id as n")) as { n: string }[]
    const journals = (await knex("ledger_journal as j")
      .leftJoin("ledger_entry as e", "e.journal_id", "j.id")
      .groupBy("j.id", "j.business_key")
      .havingRaw("coalesce(sum(e.amount), 0) <> 0 or count(e.id) < 2")
      .select("j.business_key as key", knex.raw("coalesce(sum(e.amount), 0) as off"))) as { key: string; off: string }[]
    const currencies = (await knex("ledger_journal as j")
      .join("ledger_entry as e", "e.journal_id", "j.id")
      .groupBy("j.currency")
      .havingRaw("sum(e.amount) <> 0")
      .select("j.currency")
      .sum("e.amount as off")) as { currency: string; off: string }[]
    const findings: AuditFinding[] = [
      ...journals.map((row) => ({ subject: `journal ${row.key}`, detail: `off by ${row.off} micros` })),
      ...currencies.map((row) => ({ subject: `currency ${row.currency}`, detail: `off by ${row.off} micros` })),
    ]
    return { examined: Number(count?.n ?? 0), findings }
  },
}
