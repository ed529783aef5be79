import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf, type PageRequest } from "@gondola/kit"
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

export interface SellerOrdersAsked {
  readonly search?: string | null
  readonly state?: SellerOrderState | null
  /** Promised for a day that is over, and not all sent. */
  readonly late?: boolean | null
  /** With messages that the seller has not read. */
  readonly unread?: boolean | null
  readonly from?: Date | null
  readonly until?: Date | null
  readonly page: Paged
}

/** One trader's orders, newest first. A hundred thousand of them stay quick: see bench/seller-orders.bench.ts. */
export async function listSellerOrders(
  container: MedusaContainer,
  sellerId: string,
  asked: SellerOrdersAsked,
): Promise<{ rows: { id: string; orderId: string }[]; total: number }> {
  const knex = knexOf(container)
  const query = knex("marketplace_seller_order as s").where("s.seller_id", sellerId)
  if (asked.state) void query.where("s.state", asked.state)
  if (asked.late) void query.whereIn("s.state", WAITING).where("s.promised_by", "<", clockOf(container).now())
  if (asked.from) void query.where("s.placed_at", ">=", asked.from)
  if (asked.until) void query.where("s.placed_at", "<", asked.until)
  if (asked.unread)
    void query.whereIn(
      "s.id",
      knex("marketplace_thread").where("seller_id", sellerId).where("unread_seller", ">", 0).select("seller_order_id"),
    )
  const search = asked.search?.trim()
  if (search) {
    const number = numberOf(search)
    const found = knex("marketplace_placed_order").select("order_id")
    void (number !== null ? found.where("number", number) : found.whereILike("customer_name", like(search)))
    void query.whereIn("s.order_id", found)
  }
  const [counted, rows] = await Promise.all([
    query.clone().count("s.id as n") as Promise<{ n: string }[]>,
    query
      .orderBy([
        { column: "s.placed_at", order: "desc" },
        { column: "s.id", order: "desc" },
      ])
      .offset(asked.page.skip)
      .limit(asked.page.take)
      .select("s.id", "s.order_id as orderId") as Promise<{ id: string; orderId: string }[]>,
  ])
  return { rows, total: Number(counted[0]?.n ?? 0) }
}

const WAITING = ["TO_ACCEPT", "ACCEPTED", "PARTIALLY_SHIPPED"]
