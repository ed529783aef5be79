import type { MedusaContainer } from "@medusajs/framework/types"
import type { PageRequest } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { DisputeRow } from "./dispute"
import type { DisputeState } from "./dispute-state"

export interface DisputeRecord extends DisputeRow {
  readonly order_number: number
  readonly currency: string
  readonly customer_name: string
  readonly trader_name: string
}

export interface DisputesAsked {
  readonly sellerId?: string
  readonly sellerOrderIds?: readonly string[]
  readonly id?: string
  readonly state?: DisputeState | null
  /** Only those that wait for somebody. */
  readonly open?: boolean | null
  readonly search?: string | null
  readonly page?: PageRequest & { skip: number; take: number }
}

/** Open ones first, by their deadline; then the ended, the latest first. */
export async function listDisputes(
  container: MedusaContainer,
  asked: DisputesAsked,
): Promise<{ items: DisputeRecord[]; total: number }> {
  const knex = knexOf(container)
  const query = knex("marketplace_dispute as d").join("marketplace_placed_order as o", "o.order_id", "d.order_id")
  if (asked.sellerId !== undefined) void query.where("d.seller_id", asked.sellerId)
  if (asked.sellerOrderIds) void query.whereIn("d.seller_order_id", [...asked.sellerOrderIds])
  if (asked.id !== undefined) void query.where("d.id", asked.id)
  if (asked.state) void query.where("d.state", asked.state)
  if (asked.open) void query.whereNull("d.ended_at")
  const search = asked.search?.trim()
  if (search) {
    const digits = /^#?(\d{1,9})$/.exec(search)
    if (digits)
      void query.where((any) => any.where("o.number", Number(digits[1])).orWhere("d.number", Number(digits[1])))
    else void query.whereILike("o.customer_name", `%${search.replace(/[\\%_]/g, "\\$&")}%`)
  }
  const [count] = (await query.clone().count("d.id as n")) as { n: string }[]
  const items = (await query
    .leftJoin("marketplace_seller as seller", "seller.id", "d.seller_id")
    .leftJoin("marketplace_retailer as retailer", (on) => on.onNull("d.seller_id"))
    .orderByRaw("d.ended_at is not null, case when d.ended_at is null then d.due_at end, d.ended_at desc, d.id")
    .offset(asked.page?.skip ?? 0)
    .limit(asked.page?.take ?? 100)
    .select(
      "d.*",
      "o.number as order_number",
      "o.currency",
      "o.customer_name",
      knex.raw("coalesce(seller.name, retailer.name, '') as trader_name"),
    )) as DisputeRecord[]
  return { items, total: Number(count?.n ?? 0) }
}
