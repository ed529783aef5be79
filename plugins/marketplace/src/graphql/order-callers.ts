import { callerId, type GraphqlContext, notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { orderIdOfAccessToken } from "../orders/access-token"
import type { OrderActor } from "../orders/order-events"
import { type SellerOrderHead, sellerOrderHead } from "../orders/seller-order-head"
import type { Duty } from "../sellers/roles"
import { callerMember } from "./callers"

export interface OrderCaller {
  readonly head: SellerOrderHead
  readonly by: OrderActor
}

/** A member about a part of its own seller. @throws NOT_FOUND | NOT_ALLOWED */
export async function sellerCaller(context: GraphqlContext, id: string, duty?: Duty): Promise<OrderCaller> {
  const { seller, member } = await callerMember(context, duty)
  return { head: await sellerOrderHead(context.scope, seller.id, { id }), by: { role: "SELLER", id: member.id } }
}

/** The holder of an order's token about a part of that order. @throws NOT_FOUND */
export async function shopperCaller(
  context: GraphqlContext,
  args: { readonly accessToken: string; readonly sellerOrderId: string },
): Promise<OrderCaller> {
  const orderId = orderIdOfAccessToken(context.scope, args.accessToken)
  const row = orderId && (await partRow(context, { id: args.sellerOrderId, order_id: orderId }))
  if (!row) throw notFound("This order")
  const order = (await knexOf(context.scope)("marketplace_placed_order")
    .where("order_id", row.order_id)
    .first("customer_id")) as { customer_id: string | null }
  return {
    head: await sellerOrderHead(context.scope, row.seller_id, { id: row.id }),
    by: { role: "SHOPPER", id: order.customer_id ?? row.order_id },
  }
}

/** The operator about any part. @throws NOT_FOUND */
export async function operatorCaller(context: GraphqlContext, id: string): Promise<OrderCaller> {
  const row = await partRow(context, { id })
  if (!row) throw notFound("This order")
  return {
    head: await sellerOrderHead(context.scope, row.seller_id, { id }),
    by: { role: "OPERATOR", id: callerId(context) },
  }
}

async function partRow(context: GraphqlContext, where: Record<string, string>) {
  return (await knexOf(context.scope)("marketplace_seller_order").where(where).first("id", "order_id", "seller_id")) as
    { id: string; order_id: string; seller_id: string | null } | undefined
}
