import type { MedusaContainer } from "@medusajs/framework/types"
import { databaseOf } from "../settlement/database"
import type { Grade } from "../eligibility/types"

export interface SellerReturnRow {
  readonly return_number: string
  readonly order_number: number
  readonly currency: string
  readonly at: Date
  readonly shop_name: string
  readonly title: string
  readonly quantity: number
  readonly grade: Grade
  readonly refund: number
  readonly commission_back: number
  readonly seller_debit: number
  readonly place: string
}

/** Settled lines of one seller's goods, newest first; starts from the seller, so nobody else's can appear. */
export async function sellerReturns(
  container: MedusaContainer,
  sellerId: string,
  page: { readonly skip: number; readonly take: number },
): Promise<{ rows: SellerReturnRow[]; total: number }> {
  const query = databaseOf(container)("store_return_line as line")
    .join("store_return as ret", "ret.id", "line.store_return_id")
    .join("store_return_custody_unit as bag", "bag.return_line_id", "line.id")
    .join("store_return_shop as shop", "shop.id", "ret.shop_id")
    .where("line.seller_id", sellerId)
    .whereIn("ret.state", ["REFUNDED", "DISPOSED"])
  const [count] = (await query.clone().count("line.id as n")) as { n: string }[]
  const rows = (await query
    .clone()
    .orderBy([
      { column: "ret.settled_at", order: "desc" },
      { column: "line.id", order: "desc" },
    ])
    .offset(page.skip)
    .limit(page.take)
    .select(
      "ret.number as return_number",
      "ret.order_number",
      "ret.currency",
      "ret.settled_at as at",
      "shop.name as shop_name",
      "line.title",
      "line.quantity",
      "line.grade",
      "line.refund",
      "line.commission_back",
      "line.seller_debit",
      "bag.place",
    )) as SellerReturnRow[]
  return { rows, total: Number(count?.n ?? 0) }
}
