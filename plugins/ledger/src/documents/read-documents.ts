import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type DocumentContent, type DocumentKind, type IssuedDocument, SALE_KINDS } from "./document"
import type { ChainLink } from "./hash"
import type { ClaimedEntry } from "./issue-document"

interface StoredDocument {
  id: string
  business_key: string
  kind: DocumentKind
  series: string
  sequence: number
  number: string
  party: string
  currency: string
  issued_at: Date
  issue_day: string
  content: DocumentContent
  previous_hash: string
  hash: string
}

const COLUMNS = [
  "id",
  "business_key",
  "kind",
  "series",
  "sequence",
  "number",
  "party",
  "currency",
  "issued_at",
  "content",
  "previous_hash",
  "hash",
] as const

const select = (knex: Knex | Knex.Transaction): Knex.QueryBuilder =>
  // A day has no hour: read as text, or the driver would move it by a time zone.
  knex("ledger_document").select(...COLUMNS, knex.raw("issue_day::text as issue_day"))

const document = (row: StoredDocument): IssuedDocument => ({
  id: row.id,
  businessKey: row.business_key,
  kind: row.kind,
  series: row.series,
  sequence: row.sequence,
  number: row.number,
  party: row.party,
  currency: row.currency,
  issuedAt: new Date(row.issued_at),
  issueDay: row.issue_day,
  content: row.content,
  previousHash: row.previous_hash,
  hash: row.hash,
})

const one = (row: unknown): IssuedDocument | null => (row ? document(row as StoredDocument) : null)

export const findByKey = async (knex: Knex | Knex.Transaction, businessKey: string): Promise<IssuedDocument | null> =>
  one(await select(knex).where("business_key", businessKey).first())

/** A seller's or advertiser's document; `party` keeps a caller to its own. */
export const findDocument = async (
  knex: Knex | Knex.Transaction,
  where: { readonly id: string; readonly party?: string },
): Promise<IssuedDocument | null> => one(await select(knex).where(where).whereNotIn("kind", SALE_KINDS).first())

/** A trader's invoices and credit notes to shoppers, in the order of the ids; whoever asks knows whose they are. */
export async function findSaleDocuments(
  knex: Knex | Knex.Transaction,
  ids: readonly string[],
): Promise<IssuedDocument[]> {
  if (ids.length === 0) return []
  const rows = (await select(knex)
    .whereIn("id", [...ids])
    .whereIn("kind", SALE_KINDS)) as StoredDocument[]
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(document))
}

export interface DocumentFilter {
  readonly party?: string
  readonly kind?: DocumentKind | null
  /** Year of issue. */
  readonly year?: number | null
  /** Part of the number or of the party's name. */
  readonly search?: string | null
  /** Month of the period, YYYY-MM. */
  readonly month?: string | null
}

/** Newest first. */
export async function listDocuments(
  knex: Knex,
  filter: DocumentFilter,
  page: { readonly skip: number; readonly take: number },
): Promise<{ items: IssuedDocument[]; total: number }> {
  const narrow = (query: Knex.QueryBuilder): Knex.QueryBuilder => {
    void query.whereNotIn("kind", SALE_KINDS)
    if (filter.party) void query.where("party", filter.party)
    if (filter.kind) void query.where("kind", filter.kind)
    if (filter.year) void query.whereBetween("issue_day", [`${filter.year}-01-01`, `${filter.year}-12-31`])
    if (filter.month) void query.whereRaw("to_char(period_to, 'YYYY-MM') = ?", [filter.month])
    const words = filter.search?.trim()
    if (words) {
      const like = `%${words.replace(/[\\%_]/g, "\\$&")}%`
      void query.where((either) => either.whereILike("number", like).orWhereILike("party_name", like))
    }
    return query
  }
  const [count] = (await narrow(knex("ledger_document").count("id as n"))) as { n: string }[]
  const rows = (await narrow(select(knex))
    .orderBy([
      { column: "issued_at", order: "desc" },
      { column: "number", order: "desc" },
    ])
    .offset(page.skip)
    .limit(page.take)) as StoredDocument[]
  return { items: rows.map(document), total: Number(count?.n ?? 0) }
}

export interface DocumentEntry {
  readonly id: string
  readonly at: Date
  readonly kind: string
  /** Micros; debit positive. */
  readonly amount: number
  readonly description: string
  readonly note: { code: string; params: Record<string, string | number> } | null
  readonly journalId: string
  readonly orderId: string | null
}

/** The ledger entries a document is made of, oldest first. */
export async function entriesOf(
  knex: Knex | Knex.Transaction,
  documentId: string,
  page: { readonly skip: number; readonly take: number } = { skip: 0, take: 1_000_000 },
): Promise<DocumentEntry[]> {
  const rows = (await knex("ledger_document_entry as c")
    .join("ledger_entry as e", "e.id", "c.entry_id")
    .join("ledger_journal as j", "j.id", "e.journal_id")
    .where("c.document_id", documentId)
    .orderBy([{ column: "e.occurred_at" }, { column: "e.id" }])
    .offset(page.skip)
    .limit(page.take)
    .select(
      "e.id",
      "e.occurred_at as at",
      "e.kind",
      "e.amount",
      "e.description",
      "e.note",
      "e.journal_id as journalId",
      "j.order_id as orderId",
    )) as (Omit<DocumentEntry, "id" | "amount"> & { id: string; amount: string })[]
  return rows.map((row) => ({ ...row, id: String(row.id), at: new Date(row.at), amount: Number(row.amount) }))
}

/** What each of these documents was made of, in one statement: id and amount, as its digest has them. */
export async function claimsOf(
  knex: Knex | Knex.Transaction,
  documentIds: readonly string[],
): Promise<Map<string, ClaimedEntry[]>> {
  const { rows } = (await knex.raw(
    `select c.document_id as document, e.id::text as id, e.amount::text as amount
     from ledger_document_entry c join ledger_entry e on e.id = c.entry_id where c.document_id = any(?)`,
    [[...documentIds]],
  )) as { rows: { document: string; id: string; amount: string }[] }
  const claims = new Map<string, ClaimedEntry[]>(documentIds.map((id) => [id, []]))
  for (const { document, id, amount } of rows) claims.get(document)?.push({ id, amount: Number(amount) })
  return claims
}

/** All documents of a series, in the order of their numbers, for the check of its seals. */
export async function chainOf(knex: Knex, series: string): Promise<(IssuedDocument & ChainLink)[]> {
  return ((await select(knex).where({ series }).orderBy("sequence")) as StoredDocument[]).map(document)
}

export const seriesNames = async (knex: Knex): Promise<string[]> =>
  ((await knex("ledger_document_series").orderBy("series").select("series")) as { series: string }[]).map(
    (row) => row.series,
  )
