import DataLoader from "dataloader"
import type { GraphqlContext } from "@gondola/kit"
import { factsOf } from "../disputes/dispute"
import { type DisputeParty, movesOf } from "../disputes/dispute-state"
import { type DisputeRecord, listDisputes } from "../disputes/list-disputes"
import { readMessages, unreadOf } from "../messages/read-messages"
import type { Side } from "../messages/write-message"
import { knexOf } from "../modules/marketplace/resolve"
import { moneyLeft } from "../redress/plan-redress"
import { readRedressFacts } from "../redress/redress"

/** A dispute as one side sees it: what it may do is the only difference. */
export function disputeView(row: DisputeRecord, side: DisputeParty, { scope, clock }: GraphqlContext) {
  const money = (amount: number) => ({ amount, currency: row.currency })
  return {
    id: row.id,
    number: Number(row.number),
    sellerOrderId: row.seller_order_id,
    orderId: row.order_id,
    orderNumber: row.order_number,
    traderName: row.trader_name,
    customerName: row.customer_name,
    openedBy: row.opened_by,
    reason: row.reason,
    state: row.state,
    claimed: money(row.claimed),
    offered: row.offered === null ? null : money(row.offered),
    decision: row.decision,
    refunded: row.refunded === null ? null : money(row.refunded),
    statement: row.statement,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    endedAt: row.ended_at,
    overdue: row.ended_at === null && row.due_at < clock.now(),
    moves: movesOf(factsOf(row), side),
    most: async () => money(moneyLeft(await readRedressFacts(knexOf(scope), row.seller_order_id), row.lines)),
    lineTitles: async () =>
      (
        (await knexOf(scope)("marketplace_seller_order_line")
          .where("seller_order_id", row.seller_order_id)
          .modify((lines) => row.lines.length > 0 && void lines.whereIn("line_id", [...row.lines]))
          .orderBy("line_id")
          .select("title")) as { title: string }[]
      ).map((line) => line.title),
    evidence: async () =>
      (await readMessages(scope, row.seller_order_id)).filter((message) => message.disputeId === row.id),
  }
}

export async function disputeById(context: GraphqlContext, id: string, side: DisputeParty) {
  const { items } = await listDisputes(context.scope, { id })
  return items[0] ? disputeView(items[0], side, context) : null
}

/** The disputes of parts of orders, one statement a request. */
export const disputesLoader = (context: GraphqlContext): DataLoader<string, DisputeRecord[]> =>
  context.once(
    "orders:disputes",
    () =>
      new DataLoader<string, DisputeRecord[]>(
        async (ids) => {
          const { items } = await listDisputes(context.scope, { sellerOrderIds: ids })
          return ids.map((id) => items.filter((row) => row.seller_order_id === id))
        },
        { cache: false },
      ),
  )

export async function threadView(context: GraphqlContext, sellerOrderId: string, side: Side) {
  const row = (await knexOf(context.scope)("marketplace_seller_order as s")
    .join("marketplace_placed_order as o", "o.order_id", "s.order_id")
    .leftJoin("marketplace_seller as seller", "seller.id", "s.seller_id")
    .leftJoin("marketplace_retailer as retailer", (on) => on.onNull("s.seller_id"))
    .where("s.id", sellerOrderId)
    .first("o.number", knexOf(context.scope).raw("coalesce(seller.name, retailer.name, '') as trader"))) as {
    number: number
    trader: string
  }
  const [messages, unread] = await Promise.all([
    readMessages(context.scope, sellerOrderId),
    unreadOf(context.scope, sellerOrderId, side),
  ])
  return { sellerOrderId, orderNumber: row.number, traderName: row.trader, unread, messages }
}
