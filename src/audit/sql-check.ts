import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AuditCheck, AuditFinding } from "@gondola/kit"

export interface SqlCheck {
  readonly name: string
  /** One number: how many subjects there are. */
  readonly examined: string
  /** Rows that should not exist. Amounts are cents. */
  readonly wrong: string
  readonly say: (row: Record<string, string>) => AuditFinding
}

/** A check that is one comparison in SQL; every value arrives as text. */
export function sqlCheck(check: SqlCheck): AuditCheck {
  return {
    name: check.name,
    run: async (container) => {
      const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const count = (await knex.raw(check.examined)) as { rows: { n: string }[] }
      const { rows } = (await knex.raw(`select to_jsonb(wrong) as row from (${check.wrong}) wrong`)) as {
        rows: { row: Record<string, unknown> }[]
      }
      const text = (row: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? "nothing" : String(value)]))
      return { examined: Number(count.rows[0]?.n ?? 0), findings: rows.map(({ row }) => check.say(text(row))) }
    },
  }
}
