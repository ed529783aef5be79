import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import "./contributors"
import { privacyContributors } from "./contributor"
import { type Place, suspectColumn } from "./places"

export const declaredPlaces = (): ReadonlyMap<string, Place> =>
  new Map(privacyContributors().flatMap((contributor) => Object.entries(contributor.places)))

/** Tables that look as if they held data of a person, with the columns that do, for which no contributor answers. */
export async function undeclaredPlaces(knex: Knex): Promise<Record<string, string[]>> {
  const { rows } = (await knex.raw(
    `select c.table_name as "table", c.column_name as "column" from information_schema.columns c
       join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
      where t.table_type = 'BASE TABLE' and c.data_type <> 'boolean'
        and c.table_schema not in ('pg_catalog', 'information_schema')
      order by 1, 2`,
  )) as { rows: { table: string; column: string }[] }
  const declared = declaredPlaces()
  const found: Record<string, string[]> = {}
  for (const { table, column } of rows)
    if (suspectColumn(column) && !declared.has(table)) (found[table] ??= []).push(column)
  return found
}
