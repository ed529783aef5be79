import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { EntryKind } from "@gondola/ledger"
import { type BillableEntry, BILLED_KINDS } from "./details"

export interface SellerAccount {
  readonly sellerId: string
  readonly currency: string
}

const unclaimed = (
  knex: Knex | Knex.Transaction,
  { sellerId, currency }: SellerAccount,
  claim: "billed" | "stated",
  before: Date,
): Knex.QueryBuilder =>
  knex("ledger_entry as e")
    .join("ledger_journal as j", "j.id", "e.journal_id")
    .where({ "e.account": "seller_payable", "e.party": sellerId, "j.currency": currency })
    .where("e.occurred_at", "<", before)
    .whereNotExists(
      knex("ledger_document_entry as c").whereRaw("c.entry_id = e.id and c.claim = ?", [claim]).select(knex.raw("1")),
    )

/** Fees up to `before` that no invoice has: of the month, and what came late for an earlier one. */
export async function unbilledEntries(
  knex: Knex | Knex.Transaction,
  account: SellerAccount,
  before: Date,
): Promise<BillableEntry[]> {
  const rows = (await unclaimed(knex, account, "billed", before)
    .whereIn("e.kind", BILLED_KINDS as string[])
    .orderBy("e.id")
    .select(
      "e.id",
      "e.kind",
      "e.amount",
      "e.journal_id as journalId",
      "j.order_id as orderId",
      "j.document_type as causeType",
      "j.document_id as causeId",
    )) as {
    id: string
    kind: EntryKind
    amount: string
    journalId: string
    orderId: string | null
    causeType: string
    causeId: string
  }[]
  return rows.map((row) => ({
    id: String(row.id),
    kind: row.kind,
    amount: Number(row.amount),
    journalId: row.journalId,
    orderId: row.orderId,
    cause: { type: row.causeType, id: row.causeId },
  }))
}

export interface StatedEntry {
  readonly id: string
  readonly kind: EntryKind
  /** Micros; debit positive. */
  readonly amount: number
  readonly at: Date
}

/** Every movement of the account up to `before` that no statement shows yet. */
export async function unstatedEntries(
  knex: Knex | Knex.Transaction,
  account: SellerAccount,
  before: Date,
): Promise<StatedEntry[]> {
  const rows = (await unclaimed(knex, account, "stated", before)
    .orderBy("e.id")
    .select("e.id", "e.kind", "e.amount", "e.occurred_at as at")) as (Omit<StatedEntry, "amount"> & {
    amount: string
  })[]
  return rows.map((row) => ({ ...row, id: String(row.id), amount: Number(row.amount), at: new Date(row.at) }))
}
