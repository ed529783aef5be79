import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { cents, type Cents } from "@gondola/kit"
import type { OwedVat } from "../orders/sale-journal"
import type { Accountable } from "./sale-vat"
import { nextPart } from "./vat-within"

/** The VAT of one line or one delivery of a sale. */
export interface TaxedPart {
  readonly sellerId: string | null
  /** Null: delivery. */
  readonly lineId: string | null
  readonly rateBps: number
  readonly gross: Cents
  readonly vat: Cents
  readonly accountable: Accountable
  readonly taxCode: string
}

/** The house owes the VAT of its own sales and, as deemed supplier, that of some sellers'. */
export const owedOf = (part: Pick<TaxedPart, "accountable" | "vat" | "taxCode">): OwedVat | null =>
  part.accountable === "retailer" || part.accountable === "platform" ? { vat: part.vat, taxCode: part.taxCode } : null

export interface TaxCause {
  readonly orderId: string
  readonly key: string
  readonly occurredAt: Date
}

export async function insertTaxLines(
  trx: Knex.Transaction,
  parts: readonly TaxedPart[],
  cause: TaxCause,
): Promise<void> {
  const rows = parts.filter((part) => part.gross > 0).map((part) => rowOf(part, cause, null))
  if (rows.length > 0) await trx("marketplace_tax_line").insert(rows)
}

interface TaxLineRow {
  id: string
  rate_bps: number
  gross: number
  vat: number
  accountable: Accountable
  tax_code: string
  reverses: string | null
}

/** A refund reverses the tax line of the sale, never today's rate. Null where the house owed nothing on it. */
export async function reverseSaleVat(
  trx: Knex.Transaction,
  share: { readonly sellerId: string | null; readonly lineId: string | null; readonly refund: Cents },
  cause: TaxCause,
): Promise<OwedVat | null> {
  const rows = (await trx("marketplace_tax_line")
    .where({ order_id: cause.orderId })
    .whereRaw("seller_id is not distinct from ? and line_id is not distinct from ?", [
      share.sellerId,
      share.lineId,
    ])) as TaxLineRow[]
  const line = rows.find((row) => row.reverses === null)
  if (!line || share.refund === 0) return null
  const back = rows.filter((row) => row.reverses !== null)
  const upTo = cents(share.refund - back.reduce((a, row) => a + row.gross, 0))
  const given = cents(-back.reduce((a, row) => a + row.vat, 0))
  const vat = nextPart(cents(line.vat), cents(line.gross), upTo, given)
  const part: TaxedPart = {
    sellerId: share.sellerId,
    lineId: share.lineId,
    rateBps: line.rate_bps,
    gross: cents(-share.refund),
    vat: cents(-vat),
    accountable: line.accountable,
    taxCode: line.tax_code,
  }
  await trx("marketplace_tax_line").insert(rowOf(part, cause, line.id))
  return owedOf({ ...part, vat })
}

const rowOf = (part: TaxedPart, cause: TaxCause, reverses: string | null) => ({
  id: generateEntityId(undefined, "taxline"),
  order_id: cause.orderId,
  seller_id: part.sellerId,
  line_id: part.lineId,
  rate_bps: part.rateBps,
  gross: part.gross,
  vat: part.vat,
  accountable: part.accountable,
  tax_code: part.taxCode,
  reverses,
  cause_key: cause.key,
  occurred_at: cause.occurredAt,
})
