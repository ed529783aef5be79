import { cents, centsOf, micros, type Cents } from "@gondola/kit"
import { entriesDigest, issueDocument, type IssuedDocument, type StatementBody } from "@gondola/ledger"
import { dayOf } from "../figures/paris-time"
import type { Issue } from "./issue-invoices"
import { type SellerAccount, type StatedEntry, unstatedEntries } from "./unbilled"

export const statementKey = ({ sellerId, currency }: SellerAccount, month: string): string =>
  `statement:${sellerId}:${currency}:${month}`

/**
 * The month of a seller's account, once and for ever: the balance of the statement before, every entry since, the balance
 * after. What is booked into a closed month later stands on the next statement. Nothing is issued where nothing moved and
 * nothing is owed.
 */
export async function issueStatement(issue: Issue, account: SellerAccount): Promise<IssuedDocument | null> {
  const { trx, period } = issue
  const key = statementKey(account, period.month)
  if (await trx("ledger_document").where("business_key", key).first("id")) return null
  const last = await lastStatement(issue, account)
  // A month before one that is stated already is closed: what it lacks went onto the later one.
  if (last && last.to >= period.to) return null
  const entries = await unstatedEntries(trx, account, period.end)
  const opening = last?.closing ?? cents(0)
  if (entries.length === 0 && opening === 0) return null
  const body: StatementBody = {
    type: "statement",
    opening,
    movements: movementsOf(entries),
    closing: cents(opening - centsOf(micros(entries.reduce((sum, entry) => sum + entry.amount, 0)))),
    documents: await documentsOf(issue, account),
  }
  return issueDocument(
    trx,
    {
      businessKey: key,
      kind: "statement",
      party: account.sellerId,
      currency: account.currency,
      issuedAt: issue.now,
      issueDay: issue.day,
      content: {
        issuer: issue.issuer,
        recipient: issue.recipient,
        period: { from: startOf(issue, { last, entries }), to: period.to },
        entries: { count: entries.length, digest: entriesDigest(entries) },
        body,
      },
    },
    { as: "stated", entries },
  )
}

/** Σ by kind as the seller sees it: credit positive. */
export function movementsOf(entries: readonly StatedEntry[]): StatementBody["movements"] {
  const sums = new Map<string, { count: number; micros: number }>()
  for (const { kind, amount } of entries) {
    const sum = sums.get(kind) ?? { count: 0, micros: 0 }
    sums.set(kind, { count: sum.count + 1, micros: sum.micros - amount })
  }
  return [...sums].map(([kind, sum]) => ({ kind, count: sum.count, amount: centsOf(micros(sum.micros)) }))
}

interface LastStatement {
  readonly closing: Cents
  /** Its last day. */
  readonly to: string
}

/** A statement follows the one before without a gap, also where months were left out or the first entries are older. */
function startOf(
  { period }: Issue,
  { last, entries }: { readonly last: LastStatement | null; readonly entries: readonly StatedEntry[] },
): string {
  if (last) return dayAfter(last.to)
  const first = entries.map((entry) => dayOf(entry.at)).sort()[0]
  return first !== undefined && first < period.from ? first : period.from
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

async function lastStatement({ trx }: Issue, { sellerId, currency }: SellerAccount): Promise<LastStatement | null> {
  const row = (await trx("ledger_document")
    .where({ party: sellerId, currency, kind: "statement" })
    .orderBy("period_to", "desc")
    .first("gross", trx.raw("period_to::text as period_to"))) as { gross: string; period_to: string } | undefined
  return row ? { closing: cents(Number(row.gross)), to: row.period_to } : null
}

async function documentsOf(
  { trx, period }: Issue,
  { sellerId, currency }: SellerAccount,
): Promise<StatementBody["documents"]> {
  const rows = (await trx("ledger_document")
    .where({ party: sellerId, currency, period_to: period.to })
    .whereNot("kind", "statement")
    .orderBy("number")
    .select("number", "gross")) as { number: string; gross: string }[]
  return rows.map((row) => ({ number: row.number, gross: cents(Number(row.gross)) }))
}
