import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { cents } from "@gondola/kit"
import type { Accountable } from "../vat/sale-vat"
import type { BillableLine, IssuedPart, SalePart } from "./plan-sale-documents"

export interface SoldLine extends BillableLine {
  readonly title: string
  readonly variantTitle: string | null
  readonly titleEn: string | null
  readonly variantTitleEn: string | null
  readonly rateBps: number
  readonly accountable: Accountable
}

export interface PartToBill extends SalePart {
  readonly lines: readonly SoldLine[]
}

export interface PartHead {
  readonly id: string
  readonly orderId: string
  /** Null: the retailer. */
  readonly sellerId: string | null
  readonly deliveryName: string
  readonly delivery: number
}

/** Everything about one trader's part that its invoices and credit notes hang on. */
export async function readPart(trx: Knex.Transaction | Knex, head: PartHead): Promise<PartToBill> {
  const [lines, delivery, parcels, issued] = [
    await goods(trx, head.id),
    await deliveryLine(trx, head),
    await shippedParcels(trx, head.id),
    await issuedParts(trx, head.id),
  ]
  return { lines: [...lines, delivery], parcels, issued }
}

interface LineRow {
  readonly line_id: string
  readonly title: string
  readonly variant_title: string | null
  readonly title_en: string | null
  readonly variant_title_en: string | null
  readonly quantity: number
  readonly total: number
  readonly vat: number | null
  readonly rate_bps: number | null
  readonly accountable: Accountable | null
  readonly gone: number
  readonly refunded: number
  readonly returned: number
}

async function goods(trx: Knex.Transaction | Knex, sellerOrderId: string): Promise<SoldLine[]> {
  const { rows } = (await trx.raw(
    `select l.line_id, l.title, l.variant_title, sheet.i18n #>> '{en,title}' as title_en,
       sheet.variant_words #>> array[l.catalogue_variant_id, 'en'] as variant_title_en, l.quantity, l.total,
       t.vat, t.rate_bps, t.accountable,
       coalesce((select sum(r.quantity) from marketplace_redress_line r where r.line_id = l.line_id), 0)::int as gone,
       coalesce((select sum(s.amount) from marketplace_refund_share s where s.line_id = l.line_id), 0)::int as refunded,
       coalesce((select sum(s.quantity) from marketplace_refund_share s
         where s.line_id = l.line_id and s.key not like 'redress:%'), 0)::int as returned
     from marketplace_seller_order_line l
     left join marketplace_tax_line t on t.line_id = l.line_id and t.order_id = l.order_id and t.reverses is null
     left join marketplace_product_sheet sheet on sheet.product_id = l.catalogue_product_id
     where l.seller_order_id = ? order by l.line_id`,
    [sellerOrderId],
  )) as { rows: LineRow[] }
  const known = rows.find((row) => row.rate_bps !== null)
  return rows.map((row) => ({
    lineId: row.line_id,
    title: row.title,
    variantTitle: row.variant_title,
    titleEn: row.title_en,
    variantTitleEn: row.variant_title_en,
    quantity: row.quantity,
    total: cents(row.total),
    vat: owed(row),
    // What was given away has no VAT line of its own: it is of the rate of what it came with.
    rateBps: row.rate_bps ?? known?.rate_bps ?? 0,
    accountable: row.accountable ?? known?.accountable ?? "retailer",
    gone: row.gone,
    refunded: cents(row.refunded),
    returned: row.returned,
  }))
}

const owed = (row: Pick<LineRow, "vat" | "accountable">) => cents(row.accountable === "importer" ? 0 : (row.vat ?? 0))

async function deliveryLine(trx: Knex.Transaction | Knex, head: PartHead): Promise<SoldLine> {
  const tax = (await trx("marketplace_tax_line")
    .where({ order_id: head.orderId, line_id: null, reverses: null })
    .whereRaw("seller_id is not distinct from ?", [head.sellerId])
    .first("vat", "rate_bps", "accountable")) as Pick<LineRow, "vat" | "rate_bps" | "accountable"> | undefined
  const refunds = (await trx("marketplace_refund_share")
    .where({ order_id: head.orderId, line_id: null })
    .whereRaw("seller_id is not distinct from ?", [head.sellerId])
    .sum("amount as amount")) as { amount: string | null }[]
  return {
    lineId: null,
    title: `Livraison : ${head.deliveryName}`,
    variantTitle: null,
    titleEn: `Delivery: ${head.deliveryName}`,
    variantTitleEn: null,
    quantity: 1,
    total: cents(head.delivery),
    vat: tax ? owed(tax) : cents(0),
    rateBps: tax?.rate_bps ?? 0,
    accountable: tax?.accountable ?? "retailer",
    gone: 0,
    refunded: cents(Number(refunds[0]?.amount ?? 0)),
    returned: 0,
  }
}

async function shippedParcels(trx: Knex.Transaction | Knex, sellerOrderId: string): Promise<SalePart["parcels"]> {
  const rows = (await trx("marketplace_parcel as p")
    .join("marketplace_parcel_line as l", "l.parcel_id", "p.id")
    .where("p.seller_order_id", sellerOrderId)
    .whereNotNull("p.shipped_at")
    .orderBy(["p.shipped_at", "p.id"])
    .select("p.id", "l.line_id as line", "l.quantity")) as { id: string; line: string; quantity: number }[]
  const parcels = new Map<string, Map<string, number>>()
  for (const row of rows)
    parcels.set(row.id, (parcels.get(row.id) ?? new Map<string, number>()).set(row.line, row.quantity))
  return [...parcels].map(([id, units]) => ({ id, units }))
}

async function issuedParts(trx: Knex.Transaction | Knex, sellerOrderId: string): Promise<IssuedPart[]> {
  const rows = (await trx("marketplace_sale_document as d")
    .join("marketplace_sale_document_line as l", "l.document_id", "d.document_id")
    .where("d.seller_order_id", sellerOrderId)
    .orderBy(["d.issued_at", "d.document_id", "l.position"])
    .select("d.document_id as id", "d.parcel_id", "d.corrects", "l.line_id", "l.quantity", "l.gross", "l.vat")) as {
    id: string
    parcel_id: string | null
    corrects: string | null
    line_id: string | null
    quantity: number
    gross: number
    vat: number
  }[]
  return [...new Set(rows.map((row) => row.id))].map((id) => {
    const own = rows.filter((row) => row.id === id)
    const sign = own[0]!.corrects === null ? 1 : -1
    return {
      id,
      parcelId: own[0]!.parcel_id,
      corrects: own[0]!.corrects,
      lines: own.map((row) => ({
        lineId: row.line_id,
        quantity: row.quantity,
        gross: cents(sign * row.gross),
        vat: cents(sign * row.vat),
      })),
    }
  })
}
