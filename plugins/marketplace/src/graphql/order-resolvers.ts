import type { IResolvers } from "@graphql-tools/utils"
import { callerId, GondolaError, type GraphqlContext, pageRequest, rateLimit } from "@gondola/kit"
import type { MarketplaceErrorCode } from "../errors"
import { orderIdOfAccessToken } from "../orders/access-token"
import { chooseDelivery } from "../orders/choose-delivery"
import { listOrders } from "../orders/list-orders"
import { placeOrder } from "../orders/place-order"
import { readBasket } from "../orders/read-basket"
import { readOrders } from "../orders/read-orders"
import { findSoldOrder } from "../orders/sold-order"
import { traderLoader } from "./loaders"
import { basketView, shopperOrderView, type TraderRef } from "./order-views"

type Locale = "fr" | "en"

/** A guest may mistype; nobody may walk through order numbers. */
const findByAddress = rateLimit("find-order-address", 300, 600)
const findByNumber = rateLimit("find-order-number", 8, 600)

const trader = {
  trader: (group: TraderRef, _args: unknown, context: GraphqlContext) =>
    traderLoader(context).load(group.traderSellerId),
}

/** Basket, checkout and the shopper's own orders. */
export const orderResolvers: IResolvers<unknown, GraphqlContext> = {
  BasketGroup: trader,
  ShopperOrderGroup: trader,
  Query: {
    basket: async (_source, args: { cartId: string; locale: Locale }, { scope }) => {
      const basket = await readBasket(scope, args.cartId)
      return basket && basketView(basket, args.locale)
    },
    shopperOrder: async (_source, args: { accessToken: string }, { scope }) => {
      const orderId = orderIdOfAccessToken(scope, args.accessToken)
      const [order] = orderId ? await readOrders(scope, { orderIds: [orderId] }) : []
      return order ? shopperOrderView(scope, order) : null
    },
    myOrders: async (_source, args: { page: number; pageSize: number }, context) => {
      const page = pageRequest(args)
      const { ids, total } = await listOrders(context.scope, { customerId: callerId(context), page })
      const orders = await readOrders(context.scope, { orderIds: ids })
      return { ...page, total, items: orders.map((order) => shopperOrderView(context.scope, order)) }
    },
  },
  Mutation: {
    chooseDelivery: async (_source, args: { cartId: string; optionIds: string[]; locale: Locale }, { scope }) =>
      basketView(await chooseDelivery(scope, args.cartId, args.optionIds), args.locale),
    placeOrder: async (_source, args: { cartId: string }, context) => {
      const placed = await placeOrder(context.scope, args.cartId)
      return {
        ...placed,
        total: { amount: placed.total, currency: placed.currency },
        traders: () => Promise.all(placed.sellerIds.map((sellerId) => traderLoader(context).load(sellerId))),
      }
    },
    findOrder: async (_source, args: { number: number; email: string }, { scope, address }) => {
      await findByAddress.take(address)
      await findByNumber.take(String(args.number))
      const found = await findSoldOrder(scope, args)
      const [order] = found ? await readOrders(scope, { orderIds: [found.id] }) : []
      if (!order)
        throw new GondolaError<MarketplaceErrorCode>(
          "ORDER_NOT_FOUND",
          "No order has this number with this e-mail address. Check both and try again.",
        )
      return shopperOrderView(scope, order)
    },
  },
}
