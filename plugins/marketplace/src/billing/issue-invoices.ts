import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { microsOf } from "@gondola/kit"
import {
  type ClaimedEntry,
  credit,
  debit,
  type DocumentParty,
  entriesDigest,
  type InvoiceBody,
  type InvoiceKind,
  issueDocument,
  type IssuedDocument,
  type Journal,
  type LedgerModuleService,
} from "@gondola/ledger"
import { cents } from "@gondola/kit"
import { feeVat } from "../vat/fee-vat"
import { correctedInvoices } from "./corrected-invoices"
import { type FeeDetail, feeDetails, isCharge, isCommission } from "./details"
import { invoiceBody, type VatRounding } from "./invoice-body"
import { type SellerAccount, unbilledEntries } from "./unbilled"

export interface Period {
  /** YYYY-MM. */
  readonly month: string
  readonly from: string
  readonly to: string
  /** First instant of the next month. */
  readonly end: Date
}

export interface Issue {
  readonly trx: Knex.Transaction
  readonly ledger: LedgerModuleService
  readonly issuer: DocumentParty
  readonly recipient: DocumentParty
  readonly period: Period
  readonly now: Date
  readonly day: string
}

/** Invoices first, then the credit notes that point at them. */
export async function issueInvoices(issue: Issue, account: SellerAccount): Promise<IssuedDocument[]> {
  const details = feeDetails(await unbilledEntries(issue.trx, account, issue.period.end))
  const charges = details.filter(isCharge)
  const issued: IssuedDocument[] = []
  for (const [kind, own] of [
    ["commission_invoice", charges.filter((each) => isCommission(each.kind))],
    ["fee_invoice", charges.filter((each) => !isCommission(each.kind))],
  ] as const)
    if (own.length > 0) issued.push(await issueInvoice(issue, account, { kind, details: own }))
  const given = details.filter((detail) => !isCharge(detail))
  for (const { invoice, details: own } of (await correctedInvoices(issue.trx, account, given)).values())
    issued.push(
      await issueInvoice(issue, account, {
        kind: "credit_note",
        details: own,
        correction: { corrects: invoice, reason: null },
      }),
    )
  return issued
}

export interface Bill {
  readonly kind: InvoiceKind
  readonly details: readonly FeeDetail[]
  readonly correction?: { readonly corrects: NonNullable<InvoiceBody["corrects"]>; readonly reason: string | null }
}

/** One document; the cent by which its VAT differs from that of its entries is booked beside it. */
export async function issueInvoice(issue: Issue, account: SellerAccount, bill: Bill): Promise<IssuedDocument> {
  const status = feeVat(issue.recipient)
  const { body, roundings } = invoiceBody(bill.details, status, bill.correction ?? null)
  const booked = bill.details.flatMap((detail) => detail.entries)
  const key = `${bill.kind}:${account.sellerId}:${account.currency}:${booked[0]!.id}`
  const rounded = await bookRoundings(issue, account, { key, roundings })
  const entries = [...booked, ...rounded]
  const { issuer, recipient, period } = issue
  return issueDocument(
    issue.trx,
    {
      businessKey: key,
      kind: bill.kind,
      party: account.sellerId,
      currency: account.currency,
      issuedAt: issue.now,
      issueDay: issue.day,
      content: {
        issuer,
        recipient,
        period: { from: period.from, to: period.to },
        entries: { count: entries.length, digest: entriesDigest(entries) },
        body,
      },
    },
    { as: "billed", entries },
  )
}

async function bookRoundings(
  { trx, ledger, period }: Issue,
  { sellerId, currency }: SellerAccount,
  { key, roundings }: { readonly key: string; readonly roundings: readonly VatRounding[] },
): Promise<ClaimedEntry[]> {
  const note = { code: "vat_rounding" as const, params: { month: period.month } }
  const journals = roundings.map(({ rateBps, amount }): Journal => ({
    businessKey: `vat-rounding:${key}:${rateBps}`,
    document: { type: "vat_rounding", id: key },
    currency,
    // Within the month, so that its statement shows what its invoices say.
    occurredAt: new Date(period.end.getTime() - 1),
    entries:
      amount > 0
        ? [
            debit("seller_payable", sellerId, "vat_rounding", amount, note),
            { ...credit("tax", null, "vat_rounding", amount, note), taxCode: `FR:${rateBps}` },
          ]
        : [
            credit("seller_payable", sellerId, "vat_rounding", cents(-amount), note),
            { ...debit("tax", null, "vat_rounding", cents(-amount), note), taxCode: `FR:${rateBps}` },
          ],
  }))
  if (journals.length === 0) return []
  await ledger.post(journals, trx)
  const rows = (await trx("ledger_entry as e")
    .join("ledger_journal as j", "j.id", "e.journal_id")
    .whereIn(
      "j.business_key",
      journals.map((journal) => journal.businessKey),
    )
    .where({ "e.account": "seller_payable", "e.party": sellerId })
    .select("e.id", "e.amount")) as { id: string; amount: string }[]
  const entries = rows.map((row) => ({ id: String(row.id), amount: Number(row.amount) }))
  const expected = roundings.reduce((sum, each) => sum + microsOf(each.amount), 0)
  if (entries.reduce((sum, each) => sum + each.amount, 0) !== expected)
    throw new Error(`the VAT rounding of ${key} was not booked as planned`)
  return entries
}
