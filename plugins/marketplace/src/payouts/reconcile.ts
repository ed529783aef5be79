import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { brokenClaims } from "./claim-checks"
import { type BookedMovement, compareBooks, type Difference } from "./compare-books"
import type { BalanceMovement } from "./provider/provider"
import { payoutProviderOf } from "./provider/provider-of"

export interface ReconciliationRow {
  readonly id: string
  readonly provider: string
  readonly from_at: Date
  readonly to_at: Date
  readonly examined: number
  readonly differences: readonly Difference[]
  readonly at: Date
}

const LONGEST_MS = 366 * 86_400_000

/**
 * Compares the book with the provider's balance movements of a time span, and the book's claims with themselves; keeps the
 * list. With the ledger-only adapter there is no second book: the claims and what the operator marked are all there is.
 * @throws BAD_INPUT
 */
export async function reconcile(
  container: MedusaContainer,
  { from, to, by }: { readonly from: Date; readonly to: Date; readonly by: string },
): Promise<ReconciliationRow> {
  if (!(from < to) || to.getTime() - from.getTime() > LONGEST_MS)
    throw badInput("Compare at least a moment, at most a year")
  const provider = payoutProviderOf(container)
  const book = await bookedMovements(container, { from, to, provider: provider.id })
  const moved: BalanceMovement[] = []
  if (!provider.listed) for await (const each of provider.movements(from, to)) moved.push(each)
  const claims = await brokenClaims(container)
  const differences: Difference[] = [
    ...(provider.listed ? [] : compareBooks(book, moved)),
    ...claims.map(({ payoutId, currency, off }) => ({
      problem: "CLAIMS" as const,
      payoutId,
      reference: null,
      currency,
      book: off,
      provider: null,
    })),
  ]
  const row = {
    id: generateEntityId(undefined, "recon"),
    provider: provider.id,
    from_at: from,
    to_at: to,
    examined: book.length + moved.length,
    differences,
    at: clockOf(container).now(),
  }
  await knexOf(container)("marketplace_reconciliation").insert({
    ...row,
    differences: JSON.stringify(differences),
    started_by: by,
  })
  return row
}

async function bookedMovements(
  container: MedusaContainer,
  span: { from: Date; to: Date; provider: string },
): Promise<BookedMovement[]> {
  const { rows } = (await knexOf(container).raw(
    `select p.id, j.currency, -e.amount / 10000 as amount, e.kind from marketplace_payout p
     join ledger_journal j on j.document_type = 'payout' and j.document_id = p.id
       and j.business_key in ('payout:' || p.id, 'payout-returned:' || p.id)
     join ledger_entry e on e.journal_id = j.id and e.account = 'seller_payable'
     where p.provider = :provider and j.occurred_at >= :from and j.occurred_at < :to`,
    span,
  )) as { rows: { id: string; currency: string; amount: string; kind: string }[] }
  return rows.map((row) => ({
    payoutId: row.id,
    kind: row.kind === "payment" ? "transfer" : "reversal",
    amount: -Number(row.amount),
    currency: row.currency,
  }))
}
