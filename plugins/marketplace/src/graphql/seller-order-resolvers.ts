import type { IResolvers } from "@graphql-tools/utils"
import { type GraphqlContext, pageRequest } from "@gondola/kit"
import { sellerFigures } from "../figures/dashboards"
import { readStatement } from "../figures/statement"
import { acceptSellerOrder } from "../orders/accept-order"
import { deliverParcel } from "../orders/deliver-parcel"
import { listSellerOrders } from "../orders/list-orders"
import { readSellerOrders, type SellerOrderRecord } from "../orders/seller-orders"
import { sellerOrderHead, type SellerOrderHead } from "../orders/seller-order-head"
import type { SellerOrderState } from "../orders/seller-order-state"
import { type ParcelDraft, shipParcel } from "../orders/ship-parcel"
import { shipParcels } from "../orders/ship-parcels"
import { callerSeller } from "./callers"
import { sellerCaller } from "./order-callers"
import { linesView, parcelsView } from "./order-views"

interface Listing {
  page: number
  pageSize: number
  search?: string | null
  state?: SellerOrderState | null
  late?: boolean | null
  unread?: boolean | null
  from?: Date | null
  until?: Date | null
}

const EUR = "EUR"

interface StatementArgs {
  month?: string | null
  currency?: string | null
  page: number
  pageSize: number
}

/** A seller's orders. Every one of them starts from the caller's seller: another's order is not found. */
export const sellerOrderResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    sellerDashboard: async (_source, _args, context) => {
      const figures = await sellerFigures(context.scope, (await callerSeller(context)).id)
      return {
        ...figures,
        balance: { amount: figures.balance, currency: EUR },
        sales: figures.sales.map((day) => ({ ...day, amount: { amount: day.amount, currency: EUR } })),
      }
    },
    sellerOrders: async (_source, args: Listing, context) => {
      const page = pageRequest(args)
      const seller = await callerSeller(context)
      const { rows, total } = await listSellerOrders(context.scope, seller.id, { ...args, page })
      return { ...page, total, items: (await readSellerOrders(context.scope, rows)).map(sellerOrderView) }
    },
    sellerOrder: async (_source, args: { id: string }, context) => {
      const head = await ownOrder(context, args.id).catch((error: { code?: string }) => {
        if (error.code === "NOT_FOUND") return null
        throw error
      })
      return head && viewOf(context, head)
    },
    sellerStatement: async (_source, args: StatementArgs, context) => {
      const page = pageRequest(args)
      const seller = await callerSeller(context)
      const statement = await readStatement(context.scope, seller.id, { ...args, page })
      const eur = (amount: number) => ({ amount, currency: statement.currency })
      return {
        ...page,
        ...statement,
        opening: eur(statement.opening),
        closing: eur(statement.closing),
        totals: statement.totals.map((total) => ({ ...total, amount: eur(total.amount) })),
        entries: statement.entries.map((entry) => ({ ...entry, amount: eur(entry.amount) })),
      }
    },
  },
  Mutation: {
    acceptSellerOrder: async (_source, args: { id: string }, context) => {
      const { head, by } = await sellerCaller(context, args.id, "orders")
      await acceptSellerOrder(context.scope, head, by)
      return viewOf(context, head)
    },
    shipParcel: async (_source, args: { sellerOrderId: string; parcel: ParcelDraft }, context) => {
      const { head, by } = await sellerCaller(context, args.sellerOrderId, "orders")
      await shipParcel(context.scope, head, args.parcel, by)
      return viewOf(context, head)
    },
    shipParcels: async (_source, args: { sellerOrderId: string; parcels: ParcelDraft[] }, context) => {
      const { head, by } = await sellerCaller(context, args.sellerOrderId, "orders")
      await shipParcels(context.scope, head, args.parcels, by)
      return viewOf(context, head)
    },
    markParcelDelivered: async (_source, args: { sellerOrderId: string; parcelId: string }, context) => {
      const { head, by } = await sellerCaller(context, args.sellerOrderId, "orders")
      await deliverParcel(context.scope, head, args.parcelId, by)
      return viewOf(context, head)
    },
  },
}

const ownOrder = async (context: GraphqlContext, id: string): Promise<SellerOrderHead> =>
  sellerOrderHead(context.scope, (await callerSeller(context)).id, { id })

async function viewOf(context: GraphqlContext, head: SellerOrderHead) {
  const [order] = await readSellerOrders(context.scope, [head])
  return order ? sellerOrderView(order) : null
}

export function sellerOrderView(order: SellerOrderRecord) {
  const money = (amount: number) => ({ amount, currency: order.currency })
  return {
    ...order,
    deliveryPrice: money(order.delivery),
    itemsTotal: money(order.itemsTotal),
    commissionTotal: money(order.commissionTotal),
    netTotal: money(order.netTotal),
    refundedTotal: money(order.refundedTotal),
    lines: linesView(order.currency, order),
    parcels: parcelsView(order),
  }
}
