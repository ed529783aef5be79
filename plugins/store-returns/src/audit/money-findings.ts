import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AuditFinding } from "@gondola/kit"

interface MoneyRow {
  readonly number: string
  readonly total: number
  readonly lines: string
  readonly medusa: string
  readonly ledger: string
}

/** Settled returns whose money differs between our lines, Medusa's refunds and the ledger; and refunds without a return. */
export async function moneyFindings(knex: Knex): Promise<AuditFinding[]> {
  const rows = (await knex("store_return as ret")
    .whereIn("ret.state", ["REFUNDED", "DISPOSED"])
    .select(
      "ret.number",
      "ret.total",
      knex.raw(
        `(select coalesce(sum(refund), 0) from store_return_line l where l.store_return_id = ret.id) + ret.delivery as lines`,
      ),
      knex.raw(
        `(select coalesce(round(sum(r.amount) * 100), 0) from refund r where r.note = 'store-return:' || ret.id and r.deleted_at is null) as medusa`,
      ),
      knex.raw(
        `(select round(coalesce(-sum(e.amount), 0) / 10000, 4)::float8 from ledger_entry e join ledger_journal j on j.id = e.journal_id
          where j.business_key = 'refund:' || ret.id and e.account = 'provider_clearing') as ledger`,
      ),
    )) as unknown as MoneyRow[]
  const wrong = rows
    .filter((row) => [row.lines, row.medusa, row.ledger].some((value) => Number(value) !== row.total))
    .map((row) => ({
      subject: row.number,
      detail: `refund of ${row.total} cents: lines ${row.lines}, Medusa ${row.medusa}, ledger ${row.ledger}`,
    }))
  const strangers = (await knex("refund as r")
    .leftJoin("store_return as ret", knex.raw("r.note = 'store-return:' || ret.id"))
    .where("r.note", "like", "store-return:%")
    .whereNull("r.deleted_at")
    .where((open) => open.whereNull("ret.id").orWhereNotIn("ret.state", ["REFUNDED", "DISPOSED", "ACCEPTED"]))
    .select("r.id", "r.note")) as { id: string; note: string }[]
  return [
    ...wrong,
    ...strangers.map((r) => ({ subject: r.id, detail: `Medusa refunded ${r.note}, which is not settled` })),
  ]
}
