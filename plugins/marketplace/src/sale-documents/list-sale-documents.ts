import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { findSaleDocuments, type IssuedDocument } from "@gondola/ledger"

/** One to a shopper, with whose sale it is about. */
export interface SaleDocument {
  readonly document: IssuedDocument
  readonly orderId: string
  readonly sellerOrderId: string
  /** Whose sale; null: the retailer's own. */
  readonly sellerId: string | null
  readonly parcelId: string | null
}

export interface SaleDocumentFilter {
  /** The seller's own, or with null the retailer's own; absent: everybody's. */
  readonly sellerId?: string | null
  readonly orderId?: string
  readonly kind?: "sale_invoice" | "sale_credit_note" | null
  /** Year of issue. */
  readonly year?: number | null
  /** Part of the document's number or of the customer's name, or the number of the order. */
  readonly search?: string | null
}

interface Row {
  readonly document_id: string
  readonly order_id: string
  readonly seller_order_id: string
  readonly seller_id: string | null
  readonly parcel_id: string | null
}

/** Newest first. */
export async function listSaleDocuments(
  knex: Knex,
  filter: SaleDocumentFilter,
  page: { readonly skip: number; readonly take: number },
): Promise<{ items: SaleDocument[]; total: number }> {
  const wanted = () => narrowed(knex, filter)
  const [count] = (await wanted().count("s.document_id as n")) as { n: string }[]
  const rows = (await wanted()
    .orderBy([
      { column: "s.issued_at", order: "desc" },
      { column: "s.document_id", order: "desc" },
    ])
    .offset(page.skip)
    .limit(page.take)
    .select("s.*")) as Row[]
  return { items: await withContent(knex, rows), total: Number(count?.n ?? 0) }
}

/** One of them, within what the caller may see. */
export async function findSaleDocument(
  knex: Knex,
  filter: SaleDocumentFilter & { readonly id: string },
): Promise<SaleDocument | null> {
  const row = (await narrowed(knex, filter).where("s.document_id", filter.id).first("s.*")) as Row | undefined
  return row ? ((await withContent(knex, [row]))[0] ?? null) : null
}

/** Of several parts of orders at once, oldest first. */
export async function saleDocumentsOf(knex: Knex, sellerOrderIds: readonly string[]): Promise<SaleDocument[]> {
  const rows = (await knex("marketplace_sale_document")
    .whereIn("seller_order_id", [...sellerOrderIds])
    .orderBy(["issued_at", "document_id"])) as Row[]
  return withContent(knex, rows)
}

function narrowed(knex: Knex, filter: SaleDocumentFilter): Knex.QueryBuilder {
  const query = knex("marketplace_sale_document as s")
  if (filter.sellerId === null) void query.whereNull("s.seller_id")
  else if (filter.sellerId !== undefined) void query.where("s.seller_id", filter.sellerId)
  if (filter.orderId !== undefined) void query.where("s.order_id", filter.orderId)
  if (filter.kind === "sale_invoice") void query.whereNull("s.corrects")
  if (filter.kind === "sale_credit_note") void query.whereNotNull("s.corrects")
  const words = filter.search?.trim()
  // The documents themselves are only looked into when something in them is asked for: a list of millions stays quick.
  if (filter.year || words) void query.join("ledger_document as d", "d.id", "s.document_id")
  if (filter.year) void query.whereBetween("d.issue_day", [`${filter.year}-01-01`, `${filter.year}-12-31`])
  if (words) void query.where((any) => saysWords(knex, any, words))
  return query
}

function saysWords(knex: Knex, any: Knex.QueryBuilder, words: string): void {
  const like = `%${words.replace(/[\\%_]/g, "\\$&")}%`
  void any.whereILike("d.number", like).orWhereILike("d.party_name", like)
  if (/^#?\d{1,9}$/.test(words))
    void any.orWhereIn(
      "s.order_id",
      knex("marketplace_placed_order")
        .where("number", Number(words.replace("#", "")))
        .select("order_id"),
    )
}

async function withContent(knex: Knex, rows: readonly Row[]): Promise<SaleDocument[]> {
  const documents = await findSaleDocuments(
    knex,
    rows.map((row) => row.document_id),
  )
  return rows.flatMap((row) => {
    const document = documents.find((each) => each.id === row.document_id)
    return document
      ? [
          {
            document,
            orderId: row.order_id,
            sellerOrderId: row.seller_order_id,
            sellerId: row.seller_id,
            parcelId: row.parcel_id,
          },
        ]
      : []
  })
}
