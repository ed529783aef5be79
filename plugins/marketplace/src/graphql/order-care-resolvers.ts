import type { IResolvers } from "@graphql-tools/utils"
import { callerId, type GraphqlContext, notFound, rateLimit } from "@gondola/kit"
import { acceptBy, type OrderPolicyDraft, readOrderPolicy, saveOrderPolicy } from "../order-policy/order-policy"
import { acceptSellerOrder } from "../orders/accept-order"
import { CARRIERS } from "../orders/carriers"
import { type OrderEventRecord, readOrderEvents } from "../orders/order-events"
import { readRefunds } from "../orders/operator-order"
import { type OrderRecord, readOrders } from "../orders/read-orders"
import { readAddresses, readSellerOrders, type SellerOrderRecord } from "../orders/seller-orders"
import { allowedActions } from "../orders/seller-order-state"
import { cancelUnits, quoteLettingGo, type Refusal, refuseLines } from "../redress/let-go"
import type { RedressPlan, UnitsWanted } from "../redress/plan-redress"
import type { RedressRecord } from "../redress/read-redress"
import { type OrderCaller, operatorCaller, sellerCaller, shopperCaller } from "./order-callers"
import { policyOnce, redressLoader, situationLoader } from "./order-care-loaders"
import { operatorOrderView, shopperOrderView } from "./order-views"
import { sellerOrderView } from "./seller-order-resolvers"
import { traderLoader } from "./loaders"

/** A shopper cancels a handful of parts at most; a token must not be a hammer. */
const cancelByAddress = rateLimit("cancel-order", 60, 600)

const money = (currency: string) => (amount: number) => ({ amount, currency })

const redressView = (currency: string) => (each: RedressRecord) => ({
  ...each,
  amount: money(currency)(each.amount),
  lines: each.lines.map((line) => ({ ...line, amount: money(currency)(line.amount) })),
})

const eventView = (currency: string) => (event: OrderEventRecord) => {
  const { lines, amount, reason } = event.details as {
    lines?: { quantity: number }[]
    amount?: number
    reason?: string
  }
  return {
    ...event,
    by: event.byRole,
    units: lines ? lines.reduce((a, line) => a + line.quantity, 0) : null,
    amount: amount ? money(currency)(amount) : null,
    reason: reason ?? null,
  }
}

interface PartRef {
  readonly id: string
  readonly currency: string
}

const redress = async (part: PartRef, _args: unknown, context: GraphqlContext) =>
  (await redressLoader(context).load(part.id)).map(redressView(part.currency))

const WAITING = ["TO_ACCEPT", "ACCEPTED", "PARTIALLY_SHIPPED"]

/** Accepting, refusing, cancelling, and what happened; for each of the three sides. */
export const orderCareResolvers: IResolvers<unknown, GraphqlContext> = {
  SellerOrder: {
    actions: async (order: PartRef, _args: unknown, context: GraphqlContext) =>
      allowedActions("SELLER", await situationLoader(context).load(order.id)),
    acceptBy: async (order: SellerOrderRecord, _args: unknown, context: GraphqlContext) =>
      order.state === "TO_ACCEPT" ? acceptBy(order.placedAt, await policyOnce(context)) : null,
    late: (order: SellerOrderRecord, _args: unknown, context: GraphqlContext) =>
      WAITING.includes(order.state) && order.promisedBy < context.clock.now(),
    events: async (order: PartRef, _args: unknown, { scope }: GraphqlContext) =>
      (await readOrderEvents(scope, { sellerOrderId: order.id })).map(eventView(order.currency)),
    redress,
  },
  ShopperOrderGroup: {
    actions: async (group: PartRef, _args: unknown, context: GraphqlContext) =>
      allowedActions("SHOPPER", await situationLoader(context).load(group.id)),
    redress,
  },
  OperatorOrderPart: {
    actions: async (part: PartRef, _args: unknown, context: GraphqlContext) =>
      allowedActions("OPERATOR", await situationLoader(context).load(part.id)),
    redress,
  },
  OperatorOrderDetail: {
    shippingAddress: async (order: { id: string }, _args: unknown, { scope }: GraphqlContext) =>
      (await readAddresses(scope, [order.id])).get(order.id) ?? "",
    events: async (order: PartRef, _args: unknown, { scope }: GraphqlContext) =>
      (await readOrderEvents(scope, { orderId: order.id })).map(eventView(order.currency)),
    refunds: async (order: PartRef, _args: unknown, context: GraphqlContext) => {
      const refunds = await readRefunds(context.scope, order.id)
      const eur = money(order.currency)
      return refunds.map((refund) => ({
        ...refund,
        amount: eur(refund.amount),
        commissionBack: eur(refund.commissionBack),
        traderName: () =>
          traderLoader(context)
            .load(refund.sellerId)
            .then((trader) => trader.name),
      }))
    },
  },
  Query: {
    carriers: () => CARRIERS.map(({ name }) => ({ name })),
    cancellationQuote: async (_source, args: ShopperPart & { lines?: UnitsWanted[] | null }, context) =>
      quoteView(context, await shopperCaller(context, args), args.lines ?? null),
    refusalQuote: async (_source, args: { sellerOrderId: string; lines?: UnitsWanted[] | null }, context) =>
      quoteView(context, await sellerCaller(context, args.sellerOrderId), args.lines ?? null),
    operatorOrder: async (_source, args: { id: string }, { scope }) => {
      const [order] = await readOrders(scope, { orderIds: [args.id] })
      return order ? operatorOrderView(scope, order) : null
    },
    orderPolicy: (_source, _args, { scope }) => readOrderPolicy(scope),
  },
  Mutation: {
    acceptSellerOrders: async (_source, args: { ids: string[] }, context) => {
      const callers = await Promise.all(args.ids.slice(0, 100).map((id) => sellerCaller(context, id, "orders")))
      const accepted: OrderCaller["head"][] = []
      for (const { head, by } of callers)
        await acceptSellerOrder(context.scope, head, by).then(
          () => accepted.push(head),
          (error: { code?: string }) => {
            if (error.code !== "SELLER_ORDER_STATE") throw error
          },
        )
      return (await readSellerOrders(context.scope, accepted)).map(sellerOrderView)
    },
    refuseSellerOrderLines: async (_source, args: Refusal & { sellerOrderId: string }, context) => {
      const { head, by } = await sellerCaller(context, args.sellerOrderId, "orders")
      await refuseLines(context.scope, head, by, { ...args, lines: args.lines ?? null })
      const [order] = await readSellerOrders(context.scope, [head])
      return order && sellerOrderView(order)
    },
    cancelOrderPart: async (_source, args: ShopperPart & Letting, context) => {
      await cancelByAddress.take(context.address)
      const { head, by } = await shopperCaller(context, args)
      await cancelUnits(context.scope, head, by, { ...args, lines: args.lines ?? null })
      return shopperOrderView(context.scope, await orderOf(context, head.orderId))
    },
    cancelPartAsOperator: async (_source, args: Letting & { sellerOrderId: string }, context) => {
      const { head, by } = await operatorCaller(context, args.sellerOrderId)
      await cancelUnits(context.scope, head, by, { ...args, lines: args.lines ?? null })
      return operatorOrderView(context.scope, await orderOf(context, head.orderId))
    },
    saveOrderPolicy: (_source, args: { input: OrderPolicyDraft }, context) =>
      saveOrderPolicy(context.scope, args.input, callerId(context)),
  },
}

interface ShopperPart {
  readonly accessToken: string
  readonly sellerOrderId: string
}

interface Letting {
  readonly key: string
  readonly lines?: UnitsWanted[] | null
  readonly note: string
}

async function orderOf({ scope }: GraphqlContext, orderId: string): Promise<OrderRecord> {
  const [order] = await readOrders(scope, { orderIds: [orderId] })
  if (!order) throw notFound("This order")
  return order
}

async function quoteView(context: GraphqlContext, { head }: OrderCaller, lines: UnitsWanted[] | null) {
  const plan: RedressPlan = await quoteLettingGo(context.scope, head, lines)
  const { currency } = await orderOf(context, head.orderId)
  const eur = money(currency)
  return {
    goods: eur(plan.amount - plan.delivery),
    delivery: eur(plan.delivery),
    total: eur(plan.amount),
    units: plan.lines.reduce((a, line) => a + line.quantity, 0),
  }
}
