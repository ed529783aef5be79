import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, cents, clockOf, conflict, notFound } from "@gondola/kit"
import type { EntryNote } from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"
import { insertFee } from "./charge-fee"
import type { FeeKind } from "./fee-journal"

export interface FeeRow {
  readonly id: string
  readonly business_key: string
  readonly seller_id: string
  readonly kind: FeeKind
  readonly net: number
  readonly vat: number
  readonly vat_rate_bps: number
  readonly vat_treatment: string
  readonly tax_code: string
  readonly currency: string
  readonly reason: string
  readonly note: EntryNote
  readonly order_id: string | null
  readonly reverses: string | null
  readonly actor: string
  readonly occurred_at: Date
}

/**
 * Takes a fee back by a counter-entry with the very figures of then; the fee itself stays in the book. Twice is once.
 * @throws NOT_FOUND | BAD_INPUT without a reason | CONFLICT for a counter-entry
 */
export async function undoFee(
  container: MedusaContainer,
  undo: { readonly feeId: string; readonly reason: string; readonly actor: string },
): Promise<string> {
  const fee = (await knexOf(container)("marketplace_fee").where("id", undo.feeId).first()) as FeeRow | undefined
  if (!fee) throw notFound("This fee")
  if (undo.reason.trim() === "") throw badInput("Say why the fee is taken back: the seller reads it")
  if (fee.reverses) throw conflict("This is a counter-entry already; charge the fee again instead")
  return insertFee(container, {
    key: `undo:${fee.id}`,
    sellerId: fee.seller_id,
    kind: "credit",
    net: cents(-fee.net),
    vat: cents(-fee.vat),
    vatRateBps: fee.vat_rate_bps,
    vatTreatment: fee.vat_treatment,
    taxCode: fee.tax_code,
    currency: fee.currency,
    reason: undo.reason,
    note: { code: "undone", params: { reason: undo.reason.trim() } },
    orderId: fee.order_id,
    reverses: fee.id,
    actor: undo.actor,
    occurredAt: clockOf(container).now(),
  })
}
