import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type CorrectedDocument, findDocument } from "@gondola/ledger"
import { type FeeDetail, isCommission } from "./details"
import type { SellerAccount } from "./unbilled"

interface Candidate {
  readonly documentId: string
  readonly orderId: string | null
  readonly causeType: string
  readonly causeId: string
}

/**
 * Which invoice each giving-back corrects: for commission that of the order's sale, for a fee that of the fee undone, else
 * the seller's latest invoice. Without any invoice there is nothing to correct yet, and the detail waits (it is left out).
 */
export async function correctedInvoices(
  trx: Knex.Transaction,
  account: SellerAccount,
  details: readonly FeeDetail[],
): Promise<Map<string, { invoice: CorrectedDocument; details: FeeDetail[] }>> {
  const found = new Map<string, { invoice: CorrectedDocument; details: FeeDetail[] }>()
  if (details.length === 0) return found
  const candidates = await billedCauses(trx, account, details)
  const latest = await latestInvoice(trx, account)
  for (const detail of details) {
    const match = candidates.find((each) =>
      isCommission(detail.kind)
        ? each.orderId !== null && each.orderId === detail.orderId
        : each.causeType === detail.cause.type && each.causeId === detail.cause.id,
    )
    const id = match?.documentId ?? latest
    if (!id) continue
    const group = found.get(id) ?? { invoice: await reference(trx, id), details: [] }
    group.details.push(detail)
    found.set(id, group)
  }
  return found
}

async function billedCauses(
  trx: Knex.Transaction,
  account: SellerAccount,
  details: readonly FeeDetail[],
): Promise<Candidate[]> {
  const orders = [...new Set(details.flatMap((detail) => detail.orderId ?? []))]
  const causes = [...new Set(details.filter((each) => !isCommission(each.kind)).map((each) => each.cause.id))]
  return (await trx("ledger_document_entry as c")
    .join("ledger_document as d", "d.id", "c.document_id")
    .join("ledger_entry as e", "e.id", "c.entry_id")
    .join("ledger_journal as j", "j.id", "e.journal_id")
    .where({ "c.claim": "billed", "d.party": account.sellerId, "d.currency": account.currency })
    .whereIn("d.kind", ["commission_invoice", "fee_invoice"])
    .where((any) =>
      any
        .where((commission) => commission.where("e.kind", "commission_fee").whereIn("j.order_id", orders))
        .orWhereIn("j.document_id", causes),
    )
    .distinct(
      "d.id as documentId",
      "j.order_id as orderId",
      "j.document_type as causeType",
      "j.document_id as causeId",
    )) as Candidate[]
}

async function latestInvoice(trx: Knex.Transaction, account: SellerAccount): Promise<string | null> {
  const row = (await trx("ledger_document")
    .where({ party: account.sellerId, currency: account.currency })
    .whereIn("kind", ["commission_invoice", "fee_invoice"])
    .orderBy([
      { column: "issued_at", order: "desc" },
      { column: "number", order: "desc" },
    ])
    .first("id")) as { id: string } | undefined
  return row?.id ?? null
}

async function reference(trx: Knex.Transaction, id: string): Promise<CorrectedDocument> {
  const invoice = await findDocument(trx, { id })
  if (!invoice) throw new Error(`document ${id} vanished`)
  return { id, number: invoice.number, issueDay: invoice.issueDay }
}
