import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { BILLED_KINDS } from "./details"
import type { Period } from "./issue-invoices"
import type { SellerAccount } from "./unbilled"

/** Accounts with something unbilled or unstated before the end of the month, or without its statement yet. */
export async function accountsToBill(knex: Knex, period: Period): Promise<SellerAccount[]> {
  const { rows } = (await knex.raw(
    `select a.party as "sellerId", a.currency from (
       select distinct e.party, j.currency from ledger_entry e join ledger_journal j on j.id = e.journal_id
       where e.account = 'seller_payable' and e.occurred_at < :end) a
     join marketplace_seller s on s.id = a.party
     where not exists (select 1 from ledger_document d
         where d.business_key = 'statement:' || a.party || ':' || a.currency || ':' || :month)
       or exists (select 1 from ledger_entry e join ledger_journal j on j.id = e.journal_id
         where e.account = 'seller_payable' and e.party = a.party and j.currency = a.currency and e.occurred_at < :end
           and e.kind = any(:kinds)
           and not exists (select 1 from ledger_document_entry c where c.entry_id = e.id and c.claim = 'billed'))
     order by a.party, a.currency`,
    { end: period.end, month: period.month, kinds: BILLED_KINDS },
  )) as { rows: SellerAccount[] }
  return rows
}

export interface BillingPreview {
  readonly month: string
  readonly accounts: number
  /** By currency and kind, charges positive, in cents: what the next run would bill. */
  readonly totals: readonly {
    readonly currency: string
    readonly kind: string
    readonly count: number
    readonly amount: number
  }[]
}

export async function previewBilling(knex: Knex, period: Period): Promise<BillingPreview> {
  const accounts = await accountsToBill(knex, period)
  const { rows } = (await knex.raw(
    `select j.currency, e.kind, count(*)::int as count, (sum(e.amount) / 10000)::bigint as amount
     from ledger_entry e join ledger_journal j on j.id = e.journal_id
     where e.account = 'seller_payable' and e.occurred_at < :end and e.kind = any(:kinds)
       and not exists (select 1 from ledger_document_entry c where c.entry_id = e.id and c.claim = 'billed')
     group by j.currency, e.kind order by j.currency, e.kind`,
    { end: period.end, kinds: BILLED_KINDS },
  )) as { rows: { currency: string; kind: string; count: number; amount: string }[] }
  return {
    month: period.month,
    accounts: accounts.length,
    totals: rows.map((row) => ({ ...row, amount: Number(row.amount) })),
  }
}
