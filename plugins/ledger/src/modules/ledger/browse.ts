import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { micros, type Micros } from "@gondola/kit"
import type { Account, EntryKind } from "../../book/accounts"
import { type EntryNote, isNoteCode } from "../../book/notes"

export interface EntryRow {
  readonly id: string
  readonly journalId: string
  readonly businessKey: string
  readonly documentType: string
  readonly documentId: string
  readonly orderId: string | null
  readonly account: Account
  readonly party: string | null
  readonly kind: EntryKind
  readonly amount: Micros
  readonly currency: string
  readonly description: string
  /** Null on what was booked before there were notes. */
  readonly note: EntryNote | null
  readonly taxCode: string | null
  readonly occurredAt: Date
}

export interface JournalRow {
  readonly id: string
  readonly businessKey: string
  readonly documentType: string
  readonly documentId: string
  readonly orderId: string | null
  readonly currency: string
  readonly occurredAt: Date
  readonly postedAt: Date
  readonly entries: readonly EntryRow[]
}

/** A part of the book; what is absent does not restrict. */
export interface BookFilter {
  readonly account?: Account
  readonly party?: string
  readonly kinds?: readonly EntryKind[]
  readonly currency?: string
  readonly orderId?: string
  readonly taxCode?: string
  /** Part of a business key or of a description. */
  readonly search?: string
  /** Inclusive. */
  readonly from?: Date
  /** Exclusive. */
  readonly to?: Date
}

export interface AccountTotal {
  readonly account: Account
  readonly currency: string
  readonly amount: Micros
  readonly entries: number
}

export interface TaxTotal {
  /** Null: tax booked without a rate. */
  readonly taxCode: string | null
  readonly currency: string
  readonly amount: Micros
}

export interface StoredEntry {
  id: string
  journal_id: string
  business_key: string
  document_type: string
  document_id: string
  order_id: string | null
  account: Account
  party: string | null
  kind: EntryKind
  amount: string
  currency: string
  description: string
  note: EntryNote | null
  tax_code: string | null
  occurred_at: Date
}

export const entryRow = (row: StoredEntry): EntryRow => ({
  id: String(row.id),
  journalId: row.journal_id,
  businessKey: row.business_key,
  documentType: row.document_type,
  documentId: row.document_id,
  orderId: row.order_id,
  account: row.account,
  party: row.party,
  kind: row.kind,
  amount: micros(Number(row.amount)),
  currency: row.currency,
  description: row.description,
  note: row.note && isNoteCode(row.note.code) ? row.note : null,
  taxCode: row.tax_code,
  occurredAt: new Date(row.occurred_at),
})

const COLUMNS = ["e.*", "j.business_key", "j.document_type", "j.document_id", "j.order_id", "j.currency"]

export async function browseEntries(
  knex: Knex,
  filter: BookFilter,
  page: { skip: number; take: number },
): Promise<{ rows: EntryRow[]; total: number }> {
  const query = within(knex, filter)
  const [count] = (await query.clone().count("e.id as n")) as { n: string }[]
  const rows = (await query
    .clone()
    .select(COLUMNS)
    .orderBy([
      { column: "e.occurred_at", order: "desc" },
      { column: "e.id", order: "desc" },
    ])
    .offset(page.skip)
    .limit(page.take)) as StoredEntry[]
  return { total: Number(count?.n ?? 0), rows: rows.map(entryRow) }
}

export async function readJournal(
  knex: Knex,
  by: { id: string } | { businessKey: string },
): Promise<JournalRow | null> {
  const query = knex("ledger_entry as e").join("ledger_journal as j", "j.id", "e.journal_id").orderBy("e.id")
  void ("id" in by ? query.where("j.id", by.id) : query.where("j.business_key", by.businessKey))
  const rows = (await query.select([...COLUMNS, "j.posted_at"])) as (StoredEntry & { posted_at: Date })[]
  const [first] = rows
  if (!first) return null
  const { journalId, businessKey, documentType, documentId, orderId, currency, occurredAt } = entryRow(first)
  return {
    id: journalId,
    businessKey,
    documentType,
    documentId,
    orderId,
    currency,
    occurredAt,
    postedAt: new Date(first.posted_at),
    entries: rows.map(entryRow),
  }
}

export async function accountTotals(knex: Knex, filter: BookFilter): Promise<AccountTotal[]> {
  const rows = (await within(knex, filter)
    .groupBy("e.account", "j.currency")
    .orderBy(["e.account", "j.currency"])
    .select("e.account", "j.currency")
    .sum("e.amount as total")
    .count("e.id as entries")) as { account: Account; currency: string; total: string; entries: string }[]
  return rows.map((row) => ({
    account: row.account,
    currency: row.currency,
    amount: micros(-Number(row.total)),
    entries: Number(row.entries),
  }))
}

export async function taxTotals(knex: Knex, filter: BookFilter): Promise<TaxTotal[]> {
  const rows = (await within(knex, { ...filter, account: "tax" })
    .groupBy("e.tax_code", "j.currency")
    .orderBy(["e.tax_code", "j.currency"])
    .select("e.tax_code as taxCode", "j.currency")
    .sum("e.amount as total")) as { taxCode: string | null; currency: string; total: string }[]
  return rows.map((row) => ({ taxCode: row.taxCode, currency: row.currency, amount: micros(-Number(row.total)) }))
}

function within(knex: Knex, filter: BookFilter): Knex.QueryBuilder {
  const query = knex("ledger_entry as e").join("ledger_journal as j", "j.id", "e.journal_id")
  if (filter.account) void query.where("e.account", filter.account)
  if (filter.party) void query.where("e.party", filter.party)
  if (filter.kinds) void query.whereIn("e.kind", [...filter.kinds])
  if (filter.currency) void query.where("j.currency", filter.currency)
  if (filter.orderId) void query.where("j.order_id", filter.orderId)
  if (filter.taxCode) void query.where("e.tax_code", filter.taxCode)
  if (filter.from) void query.where("e.occurred_at", ">=", filter.from)
  if (filter.to) void query.where("e.occurred_at", "<", filter.to)
  const like = filter.search?.trim().replace(/[\\%_]/g, "\\$&")
  if (like)
    void query.where((either) =>
      either.whereILike("j.business_key", `%${like}%`).orWhereILike("e.description", `%${like}%`),
    )
  return query
}
