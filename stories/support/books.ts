import type { Caller } from "./api"

interface Amount {
  amount: number
}

interface Paper {
  kind: string
  number: string
  net: Amount | null
  vat: Amount | null
  gross: Amount
  opening: Amount | null
  corrects: { number: string } | null
  entryCount: number
  rows: { amount: Amount }[]
  movements: { kind: string; amount: Amount }[]
}

interface Month {
  opening: Amount
  closing: Amount
  totals: { kind: string; amount: Amount }[]
}

const total = (amounts: readonly Amount[]): number => amounts.reduce((sum, { amount }) => sum + amount, 0)

const FEES =
  /^(refund_)?(commission|subscription|penalty|service|handling)_(fee|vat)$|^fee_credit(_vat)?$|^vat_rounding$/

export interface PapersOfMonth {
  kinds: string[]
  /** What invoices and credit notes charge, cents, and what the ledger took for it. */
  billed: number
  booked: number
}

/**
 * The papers of a month beside the seller's book of it: every paper is the sum of its entries, the statement opens, moves and
 * closes as the ledger does. The month must be over and billed.
 */
export async function papersOfMonth(seller: Caller, month: string): Promise<PapersOfMonth> {
  const { sellerDocuments, sellerStatement } = await seller<{
    sellerDocuments: { items: Paper[] }
    sellerStatement: Month
  }>(
    `query ($month: String!) {
      sellerDocuments(pageSize: 50) { items { kind number net { amount } vat { amount } gross { amount } opening { amount }
        corrects { number } entryCount rows(pageSize: 100) { amount { amount } } movements { kind amount { amount } } } }
      sellerStatement(month: $month) { opening { amount } closing { amount } totals { kind amount { amount } } } }`,
    { month },
  )
  const papers = sellerDocuments.items
  const invoices = papers.filter(({ kind }) => kind !== "STATEMENT")
  for (const { number, net, vat, gross, rows, entryCount } of invoices) {
    expect([number, total([net!, vat!])]).toEqual([number, gross.amount])
    expect([number, total(rows.map(({ amount }) => amount))]).toEqual([number, gross.amount])
    expect(rows).toHaveLength(entryCount)
  }
  for (const { kind, corrects } of invoices) expect(corrects !== null).toBe(kind === "CREDIT_NOTE")
  const [statement, ...more] = papers.filter(({ kind }) => kind === "STATEMENT")
  expect(more).toEqual([])
  expect(statement!.opening).toEqual(sellerStatement.opening)
  expect(statement!.gross).toEqual(sellerStatement.closing)
  expect(sorted(statement!.movements)).toEqual(sorted(sellerStatement.totals))
  expect(statement!.opening!.amount + total(statement!.rows.map(({ amount }) => amount))).toBe(statement!.gross.amount)
  return {
    kinds: papers.map(({ kind }) => kind).sort(),
    billed: total(invoices.map(({ gross }) => gross)),
    booked: -total(sellerStatement.totals.filter(({ kind }) => FEES.test(kind)).map(({ amount }) => amount)),
  }
}

const sorted = (totals: readonly { kind: string; amount: Amount }[]): [string, number][] =>
  totals.map(({ kind, amount }): [string, number] => [kind, amount.amount]).sort(([a], [b]) => a.localeCompare(b))
