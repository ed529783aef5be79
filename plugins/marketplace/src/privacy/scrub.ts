import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PrivacySubject } from "./contributor"
import { withoutPerson } from "./words"

interface Scrub {
  readonly table: string
  readonly column: string
  readonly id?: string
}

/** Rows of a text or JSON column that name the person, wherever they are; the rest of each text stays. */
export async function scrub(
  trx: Knex.Transaction,
  subject: PrivacySubject,
  { table, column, id = "id" }: Scrub,
): Promise<number> {
  const words = [subject.email, ...subject.names.flatMap((name) => [name, name.split(/\s+/).at(-1) ?? ""])].filter(
    (each) => each.length > 2,
  )
  const rows = (await trx(table)
    .where((any) => {
      for (const word of words)
        void any.orWhereRaw("??::text ilike ?", [column, `%${word.replace(/[\\%_]/g, "\\$&")}%`])
    })
    .select({ id, text: trx.raw("??::text", [column]) })) as { id: string; text: string }[]
  let changed = 0
  for (const row of rows) {
    const left = withoutPerson(row.text, subject)
    if (left !== row.text)
      changed += await trx(table)
        .where(id, row.id)
        .update({ [column]: left })
  }
  return changed
}
