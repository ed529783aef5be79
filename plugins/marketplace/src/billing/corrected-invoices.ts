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
 * (a gift) the latest that still says as much. None is credited beyond itself: where no invoice is left, the detail waits
 * for one and is left out.
 */
export async function correctedInvoices(
  trx: Knex.Transaction,
  account: SellerAccount,
  details: readonly FeeDetail[],
): Promise<Map<string, { invoice: CorrectedDocument; details: FeeDetail[] }>> {
  const found = new Map<string, { invoice: CorrectedDocument; details: FeeDetail[] }>()
  if (details.length === 0) return found
  const undone = await undoneFees(trx, details)
  const candidates = await billedCauses(trx, account, { details, undone })
  const open = await openInvoices(trx, account)
  for (const detail of details) {
    const match = candidates.find((each) =>
      isCommission(detail.kind)
        ? each.orderId !== null && each.orderId === detail.orderId
        : each.causeType === detail.cause.type && each.causeId === (undone.get(detail.cause.id) ?? detail.cause.id),
    )
    const back = -detail.net
    const fits = (each: OpenInvoice): boolean => each.left >= back
    const invoice = open.find((each) => each.id === match?.documentId && fits(each)) ?? open.find(fits)
    if (!invoice) continue
    invoice.left -= back
    const group = found.get(invoice.id) ?? { invoice: await reference(trx, invoice.id), details: [] }
    group.details.push(detail)
    found.set(invoice.id, group)
  }
  return found
}

async function billedCauses(
  trx: Knex.Transaction,
  account: SellerAccount,
  { details, undone }: { readonly details: readonly FeeDetail[]; readonly undone: ReadonlyMap<string, string> },
): Promise<Candidate[]> {
  const orders = [...new Set(details.flatMap((detail) => detail.orderId ?? []))]
  const causes = [
    ...new Set(
      details.filter((each) => !isCommission(each.kind)).map((each) => undone.get(each.cause.id) ?? each.cause.id),
    ),
  ]
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

/** The fee behind each counter-entry, both by the keys under which they were booked. */
async function undoneFees(trx: Knex.Transaction, details: readonly FeeDetail[]): Promise<Map<string, string>> {
  const rows = (await trx("marketplace_fee as u")
    .join("marketplace_fee as f", "f.id", "u.reverses")
    .whereIn(
      "u.business_key",
      details.filter((each) => !isCommission(each.kind)).map((each) => each.cause.id),
    )
    .select("u.business_key as undo", "f.business_key as fee")) as { undo: string; fee: string }[]
  return new Map(rows.map((row) => [row.undo, row.fee]))
}

interface OpenInvoice {
  readonly id: string
  /** Net, in cents, less what was credited of it. */
  left: number
}

/** Newest first. */
async function openInvoices(trx: Knex.Transaction, { sellerId, currency }: SellerAccount): Promise<OpenInvoice[]> {
  const { rows } = (await trx.raw(
    `select i.id, i.net + coalesce((select sum(c.net) from ledger_document c where c.corrects = i.id), 0) as left
     from ledger_document i
     where i.party = ? and i.currency = ? and i.kind in ('commission_invoice', 'fee_invoice')
     order by i.issued_at desc, i.number desc`,
    [sellerId, currency],
  )) as { rows: { id: string; left: string }[] }
  return rows.map((row) => ({ id: row.id, left: Number(row.left) }))
}

async function reference(trx: Knex.Transaction, id: string): Promise<CorrectedDocument> {
  const invoice = await findDocument(trx, { id })
  if (!invoice) throw new Error(`document ${id} vanished`)
  return { id, number: invoice.number, issueDay: invoice.issueDay }
}
