import type { AuditCheck } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"

/** Interest on late refunds: rows, journals and what was paid agree, and nothing that was late went without. */
export const lateInterestAudit: AuditCheck = {
  name: "interest on late refunds equals the ledger",
  async run(container) {
    const knex = knexOf(container)
    const { rows } = (await knex.raw(
      `select i.key, i.amount, i.paid_at is not null as paid,
         (select coalesce(-sum(e.amount), 0)::bigint / 10000 from ledger_journal j join ledger_entry e on e.journal_id = j.id
           where j.business_key = 'late-interest:' || i.key and e.account = 'shopper_refunds') as booked,
         (select coalesce(-sum(e.amount), 0)::bigint / 10000 from ledger_journal j join ledger_entry e on e.journal_id = j.id
           where j.business_key = 'late-interest-paid:' || i.key and e.account = 'bank') as sent
       from marketplace_late_interest i`,
    )) as { rows: { key: string; amount: number; paid: boolean; booked: string; sent: string }[] }
    return {
      examined: rows.length,
      findings: rows
        .filter((row) => Number(row.booked) !== row.amount || Number(row.sent) !== (row.paid ? row.amount : 0))
        .map((row) => ({
          subject: row.key,
          detail: `interest of ${row.amount} cents: booked ${row.booked}, sent ${row.sent}`,
        })),
    }
  },
}
