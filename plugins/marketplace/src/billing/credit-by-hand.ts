import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { badInput, type Cents, cents, clockOf, notFound, shareHalfUp } from "@gondola/kit"
import {
  findDocument,
  type InvoiceBody,
  type IssuedDocument,
  LEDGER_MODULE,
  type LedgerModuleService,
} from "@gondola/ledger"
import { insertFee } from "../fees/charge-fee"
import { dayOf, monthOf } from "../figures/paris-time"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import { feeDetails } from "./details"
import { issueInvoice } from "./issue-invoices"
import { billedSeller, issuerOf } from "./parties"
import { tellIssued } from "./tell-issued"
import { unbilledEntries } from "./unbilled"

export interface HandCredit {
  readonly invoiceId: string
  /** From 0. */
  readonly line: number
  /** Without VAT, positive. */
  readonly net: Cents
  readonly reason: string
  /** Chosen by the caller: the same key credits once. */
  readonly key: string
  readonly actor: string
}

const TAX_CODES: Readonly<Record<string, string>> = { AE: "RC:0", G: "OUT:0", E: "OUT:0" }

/**
 * The operator gives back a part of an invoice line: the money is booked and the credit note issued at once, together.
 * @throws NOT_FOUND | BAD_INPUT | CREDIT_ABOVE_INVOICE
 */
export async function creditByHand(container: MedusaContainer, credit: HandCredit): Promise<IssuedDocument> {
  if (credit.reason.trim() === "") throw badInput("Say why the line is credited: the seller reads it")
  if (!Number.isSafeInteger(credit.net) || credit.net <= 0) throw badInput("The credit is a positive amount")
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  const now = clockOf(container).now()
  const issuer = await issuerOf(container)
  return knexOf(container).transaction(async (trx) => {
    const invoice = await findDocument(trx, { id: credit.invoiceId })
    const body = invoice?.content.body
    if (!invoice || body?.type !== "invoice" || body.corrects) throw notFound("This invoice")
    await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`gondola:billing:${invoice.party}`])
    const key = `credit:${invoice.id}:${credit.key}`
    const before = await creditOf(trx, key)
    if (before) return before
    const { category, rateBps } = await assertWithin(trx, invoice, credit)
    await insertFee(
      container,
      {
        key,
        sellerId: invoice.party,
        kind: "credit",
        net: cents(-credit.net),
        vat: cents(-shareHalfUp(credit.net, rateBps)),
        vatRateBps: rateBps,
        vatTreatment: category === "S" ? "domestic" : (REASONS[category] ?? "outside_scope"),
        taxCode: category === "S" ? `FR:${rateBps}` : (TAX_CODES[category] ?? "OUT:0"),
        currency: invoice.currency,
        reason: credit.reason,
        note: { code: "credit", params: { reason: `${invoice.number} – ${credit.reason.trim()}` } },
        reverses: null,
        actor: credit.actor,
        occurredAt: now,
      },
      trx,
    )
    const account = { sellerId: invoice.party, currency: invoice.currency }
    const end = new Date(now.getTime() + 1)
    const details = feeDetails(await unbilledEntries(trx, account, end)).filter((each) => each.cause.id === key)
    const { party: recipient } = await billedSeller(trx, invoice.party)
    const day = dayOf(now)
    const period = { month: monthOf(now), from: day, to: day, end }
    const corrects = { id: invoice.id, number: invoice.number, issueDay: invoice.issueDay }
    const document = await issueInvoice({ trx, ledger, issuer, recipient, period, now, day }, account, {
      kind: "credit_note",
      details,
      correction: { corrects, reason: credit.reason.trim() },
    })
    await tellIssued(container, { document, actor: { type: "OPERATOR", id: credit.actor }, trx })
    return document
  })
}

const REASONS: Readonly<Record<string, string>> = { AE: "reverse_charge", G: "outside_eu" }

/** The credit note of a key that came before. */
async function creditOf(trx: Knex.Transaction, key: string): Promise<IssuedDocument | null> {
  const row = (await trx("ledger_document_entry as c")
    .join("ledger_entry as e", "e.id", "c.entry_id")
    .join("ledger_journal as j", "j.id", "e.journal_id")
    .where({ "j.document_type": "fee", "j.document_id": key, "c.claim": "billed" })
    .first("c.document_id as id")) as { id: string } | undefined
  return row ? findDocument(trx, { id: row.id }) : null
}

/** What was credited of an invoice, by hand and by refunds, never exceeds it, VAT category by VAT category. */
async function assertWithin(
  trx: Knex.Transaction,
  invoice: IssuedDocument,
  credit: HandCredit,
): Promise<InvoiceBody["lines"][number]> {
  const body = invoice.content.body as InvoiceBody
  const line = body.lines[credit.line]
  if (!line) throw badInput(`The invoice has no line ${credit.line + 1}`)
  const same = (each: { category: string; rateBps: number }): boolean =>
    each.category === line.category && each.rateBps === line.rateBps
  const notes = (await trx("ledger_document").where({ corrects: invoice.id }).pluck("content")) as {
    body: InvoiceBody
  }[]
  const left = [body, ...notes.map((note) => note.body)]
    .flatMap((each) => each.vat)
    .filter(same)
    .reduce((sum, each) => sum + each.base, 0)
  if (credit.net > Math.min(left, line.net))
    throw marketplaceError("CREDIT_ABOVE_INVOICE", "More would be given back than the invoice still says", {
      left: Math.min(left, line.net),
    })
  return line
}
