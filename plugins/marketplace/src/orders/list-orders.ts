import type { MedusaContainer } from "@medusajs/framework/types"
import type { PageRequest } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { SellerOrderState } from "./seller-order-state"

type Paged = PageRequest & { skip: number; take: number }

/** An order number (#12 or 12), or a part of the name or the e-mail. */
function numberOf(search: string): number | null {
  const digits = /^#?(\d{1,9})$/.exec(search.trim())
  return digits ? Number(digits[1]) : null
}

const like = (search: string): string => `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`

/** Newest first. */
export async function listOrders(
  container: MedusaContainer,
  asked: { readonly customerId?: string; readonly search?: string | null; readonly page: Paged },
): Promise<{ ids: string[]; total: number }> {
  const query = knexOf(container)("marketplace_placed_order")
  if (asked.customerId !== undefined) void query.where("customer_id", asked.customerId)
  const search = asked.search?.trim()
  if (search) {
    const number = numberOf(search)
    if (number !== null) void query.where("number", number)
    else void query.where((any) => any.whereILike("email", like(search)).orWhereILike("customer_name", like(search)))
  }
  const [count] = (await query.clone().count("order_id as n")) as { n: string }[]
  const rows = (await query
    .orderBy([
      { column: "placed_at", order: "desc" },
      { column: "number", order: "desc" },
    ])
    .offset(asked.page.skip)
    .limit(asked.page.take)
    .select("order_id")) as { order_id: string }[]
  return { ids: rows.map((row) => row.order_id), total: Number(count?.n ?? 0) }
}

/** One trader's orders, newest first. */
export async function listSellerOrders(
  container: MedusaContainer,
  sellerId: string,
  asked: { readonly search?: string | null; readonly state?: SellerOrderState | null; readonly page: Paged },
): Promise<{ rows: { id: string; orderId: string }[]; total: number }> {
  const query = knexOf(container)("marketplace_seller_order as s")
    .join("marketplace_placed_order as o", "o.order_id", "s.order_id")
    .where("s.seller_id", sellerId)
  if (asked.state) void query.where("s.state", asked.state)
  const search = asked.search?.trim()
  if (search) {
    const number = numberOf(search)
    void (number !== null ? query.where("o.number", number) : query.whereILike("o.customer_name", like(search)))
  }
  const [count] = (await query.clone().count("s.id as n")) as { n: string }[]
  const rows = (await query
    .orderBy([
      { column: "s.placed_at", order: "desc" },
      { column: "s.id", order: "desc" },
    ])
    .offset(asked.page.skip)
    .limit(asked.page.take)
    .select("s.id", "s.order_id as orderId")) as { id: string; orderId: string }[]
  return { rows, total: Number(count?.n ?? 0) }
}
