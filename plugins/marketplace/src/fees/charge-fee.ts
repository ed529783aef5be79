import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { badInput, type Cents, cents, notFound } from "@gondola/kit"
import { type EntryNote, LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"
import { feeVat, taxedFee } from "../vat/fee-vat"
import { sellersForTax } from "../vat/sellers-for-tax"
import { feeJournal, type FeeKind } from "./fee-journal"
import { tellFee } from "./tell-fee"

export interface FeeDraft {
  /** Business key: charged once, for ever. */
  readonly key: string
  readonly sellerId: string
  readonly kind: FeeKind
  /** Without VAT; positive, also of a credit. */
  readonly net: Cents
  /** ISO 4217. */
  readonly currency: string
  readonly reason: string
  readonly note: EntryNote
  readonly orderId?: string | null
  /** The operator's user id, or `system`. */
  readonly actor: string
  readonly occurredAt: Date
}

const MAX_FEE = 1_000_000_00

/**
 * Books a fee or a credit with its VAT, once a key; row and ledger stand or fall together. A penalty is damages, not the
 * price of a service, and carries no VAT (CJEU C-277/05).
 * @returns the id of the fee, also when it was charged before
 * @throws NOT_FOUND | BAD_INPUT
 */
export async function chargeFee(
  container: MedusaContainer,
  draft: FeeDraft,
  transaction?: Knex.Transaction,
): Promise<string> {
  if (!Number.isSafeInteger(draft.net) || draft.net <= 0 || draft.net > MAX_FEE)
    throw badInput("A fee is a positive amount of at most a million")
  if (draft.reason.trim() === "") throw badInput("Say what the fee is for: the seller reads it")
  const seller = (await sellersForTax(container, [draft.sellerId])).get(draft.sellerId)
  if (!seller) throw notFound("This seller")
  const vat = draft.kind === "penalty" ? NO_VAT : feeVat(seller)
  const { net, vat: tax } = taxedFee(draft.net, "added", vat.rateBps)
  const sign = draft.kind === "credit" ? -1 : 1
  return insertFee(
    container,
    {
      ...draft,
      net: cents(sign * net),
      vat: cents(sign * tax),
      vatRateBps: vat.rateBps,
      vatTreatment: vat.treatment,
      taxCode: vat.taxCode,
      reverses: null,
    },
    transaction,
  )
}

const NO_VAT = { treatment: "outside_scope", rateBps: 0, taxCode: "OUT:0" } as const

export interface StoredFeeDraft extends FeeDraft {
  readonly vat: Cents
  readonly vatRateBps: number
  readonly vatTreatment: string
  readonly taxCode: string
  readonly reverses: string | null
}

export async function insertFee(
  container: MedusaContainer,
  fee: StoredFeeDraft,
  transaction?: Knex.Transaction,
): Promise<string> {
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  const write = async (trx: Knex.Transaction): Promise<string> => {
    const inserted = (await trx("marketplace_fee")
      .insert({
        id: generateEntityId(undefined, "fee"),
        business_key: fee.key,
        seller_id: fee.sellerId,
        kind: fee.kind,
        net: fee.net,
        vat: fee.vat,
        vat_rate_bps: fee.vatRateBps,
        vat_treatment: fee.vatTreatment,
        tax_code: fee.taxCode,
        currency: fee.currency,
        reason: fee.reason.trim(),
        note: JSON.stringify(fee.note),
        order_id: fee.orderId ?? null,
        reverses: fee.reverses,
        actor: fee.actor,
        occurred_at: fee.occurredAt,
      })
      .onConflict("business_key")
      .ignore()
      .returning("id")) as { id: string }[]
    if (inserted[0]) {
      await ledger.post([feeJournal({ ...fee, orderId: fee.orderId ?? null })], trx)
      await tellFee(container, { ...fee, id: inserted[0].id }, trx)
      return inserted[0].id
    }
    const before = (await trx("marketplace_fee").where("business_key", fee.key).first("id")) as { id: string }
    return before.id
  }
  return transaction ? write(transaction) : knexOf(container).transaction(write)
}
