import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf, cutPoint } from "@gondola/kit"
import { type DocumentParty, type IssuedDocument, LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { dayOf, monthBounds } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { notifyAll, sellerReaders } from "../notifications/seller-readers"
import { issueInvoices, type Period } from "./issue-invoices"
import { issueStatement } from "./issue-statement"
import { documentsLetter } from "./letters"
import { billedSeller } from "./parties"
import { tellIssued } from "./tell-issued"
import type { SellerAccount } from "./unbilled"

/** @throws BAD_INPUT */
export function periodOf(month: string): Period {
  const { from, to } = monthBounds(month)
  return { month, from: dayOf(from), to: dayOf(new Date(to.getTime() - 1)), end: to }
}

/**
 * Closes a seller's month in one transaction: invoices, credit notes, statement, letter. Run again, it issues what came in
 * since and nothing twice: an entry is billed once, and a month is stated once.
 */
export async function billSeller(
  container: MedusaContainer,
  account: SellerAccount,
  run: {
    readonly period: Period
    readonly issuer: DocumentParty
    readonly actor: { type: "OPERATOR" | "SYSTEM"; id: string }
  },
): Promise<IssuedDocument[]> {
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  const now = clockOf(container).now()
  return knexOf(container).transaction(async (trx) => {
    await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`gondola:billing:${account.sellerId}`])
    const { party: recipient } = await billedSeller(trx, account.sellerId)
    const issue = { trx, ledger, issuer: run.issuer, recipient, period: run.period, now, day: dayOf(now) }
    const invoices = await issueInvoices(issue, account)
    await cutPoint(container, "billing.invoiced")
    const statement = await issueStatement(issue, account)
    const issued = statement ? [...invoices, statement] : invoices
    const [first] = issued
    if (!first) return []
    for (const document of issued) await tellIssued(container, { document, actor: run.actor, trx })
    await notifyAll(
      container,
      await sellerReaders(trx, account.sellerId, "finance"),
      {
        key: `documents:${first.id}`,
        kind: "document.issued",
        letter: documentsLetter({ month: run.period.month, documents: issued }),
        about: { type: "document", id: first.id },
      },
      trx,
    )
    return issued
  })
}
