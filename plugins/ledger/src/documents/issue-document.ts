import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { GondolaError } from "@gondola/kit"
import { checkedDocument, type DocumentErrorCode } from "./check-document"
import { type DocumentDraft, grossOf, type IssuedDocument } from "./document"
import { canonical, documentHash, FIRST_HASH, sha256 } from "./hash"
import { numberOf, seriesOf } from "./number"
import { findByKey } from "./read-documents"

/** An entry is billed once and stated once. */
export type Claim = "billed" | "stated"

export interface ClaimedEntry {
  readonly id: string
  /** Micros, as the ledger has it. */
  readonly amount: number
}

export const entriesDigest = (entries: readonly ClaimedEntry[]): string =>
  sha256(canonical([...entries].sort((a, b) => Number(a.id) - Number(b.id)).map((each) => [each.id, each.amount])))

/**
 * Gives a document the next number of its series and keeps it for ever. The number is taken in the caller's transaction: the
 * series stays locked until that ends, and a rollback gives the number back, so there is neither a gap nor a double. Take
 * documents in one order (kinds as billing does) where a transaction issues several, or two callers may wait for each other.
 * @throws DOCUMENT_FIGURES | DOCUMENT_ENTRY_TAKEN
 */
export async function issueDocument(
  trx: Knex.Transaction,
  draft: DocumentDraft,
  claimed: { readonly as: Claim; readonly entries: readonly ClaimedEntry[] },
): Promise<IssuedDocument> {
  const before = await findByKey(trx, draft.businessKey)
  if (before) return before
  checkedDocument(draft)
  const { issuerCode, ...said } = draft
  const series = seriesOf(draft.kind, draft.issueDay, issuerCode)
  const last = await lockedSeries(trx, series)
  const sequence = last.sequence + 1
  const head = { ...said, series, sequence, number: numberOf(series, sequence), previousHash: last.hash }
  const document: IssuedDocument = {
    ...head,
    id: generateEntityId(undefined, "ldoc"),
    hash: documentHash(head),
  }
  await insert(trx, document)
  await trx("ledger_document_series").where({ series }).update({ sequence, hash: document.hash })
  await claim(trx, document.id, claimed)
  return document
}

async function lockedSeries(trx: Knex.Transaction, series: string): Promise<{ sequence: number; hash: string }> {
  await trx("ledger_document_series").insert({ series, sequence: 0, hash: FIRST_HASH }).onConflict("series").ignore()
  const row = (await trx("ledger_document_series").where({ series }).forUpdate().first()) as
    { sequence: number; hash: string } | undefined
  if (!row) throw new Error(`the series ${series} vanished`)
  return row
}

async function insert(trx: Knex.Transaction, document: IssuedDocument): Promise<void> {
  const { content } = document
  const invoice = content.body.type === "invoice" ? content.body : null
  await trx("ledger_document").insert({
    id: document.id,
    business_key: document.businessKey,
    kind: document.kind,
    series: document.series,
    sequence: document.sequence,
    number: document.number,
    party: document.party,
    party_name: content.recipient.tradeName,
    currency: document.currency,
    issued_at: document.issuedAt,
    issue_day: document.issueDay,
    period_from: content.period.from,
    period_to: content.period.to,
    net: invoice?.net ?? null,
    vat: invoice?.vatTotal ?? null,
    gross: grossOf(content),
    corrects: invoice?.corrects?.id ?? null,
    content: JSON.stringify(content),
    previous_hash: document.previousHash,
    hash: document.hash,
  })
}

const BATCH = 5_000

async function claim(
  trx: Knex.Transaction,
  documentId: string,
  claimed: { readonly as: Claim; readonly entries: readonly ClaimedEntry[] },
): Promise<void> {
  for (let at = 0; at < claimed.entries.length; at += BATCH) {
    const batch = claimed.entries.slice(at, at + BATCH)
    const { rowCount } = (await trx.raw(
      `insert into ledger_document_entry (document_id, entry_id, claim)
       select ?, unnest(?::bigint[]), ? on conflict (claim, entry_id) do nothing`,
      [documentId, batch.map((entry) => entry.id), claimed.as],
    )) as { rowCount: number }
    if (rowCount !== batch.length)
      throw new GondolaError<DocumentErrorCode>(
        "DOCUMENT_ENTRY_TAKEN",
        "Another document took one of these entries first; nothing was issued",
      )
  }
}
