import type { IResolvers } from "@graphql-tools/utils"
import { callerId, type GraphqlContext, pageRequest } from "@gondola/kit"
import { createRule, deleteRule, moveRule, updateRule } from "../commission/change-rules"
import { listCommissionLines } from "../commission/list-lines"
import type { CommissionRule } from "../commission/rule"
import { readRules } from "../commission/rule-store"
import { operatorFigures } from "../figures/dashboards"
import { deliverAllParcels } from "../orders/deliver-parcel"
import { listOrders } from "../orders/list-orders"
import { readOrders } from "../orders/read-orders"
import { sellerOrderHead } from "../orders/seller-order-head"
import { type ParcelDraft, shipParcel } from "../orders/ship-parcel"
import { shipParcels } from "../orders/ship-parcels"
import { productLoader, traderLoader } from "./loaders"
import { isInForce, type RuleArgs, ruleDraft } from "./rule-view"

const EUR = "EUR"
const money = (amount: number, currency = EUR) => ({ amount, currency })

/** The operator's side: rule list, commission lines, figures, every order, the retailer's own parcels. */
export const commissionResolvers: IResolvers<unknown, GraphqlContext> = {
  CommissionRule: {
    sellerName: async (rule: CommissionRule, _args: unknown, context: GraphqlContext) =>
      rule.sellerId === null
        ? null
        : traderLoader(context)
            .load(rule.sellerId)
            .then((trader) => trader.name),
    productTitle: async (rule: CommissionRule, { locale }: { locale: "fr" | "en" }, context: GraphqlContext) =>
      rule.productId === null ? null : ((await productLoader(context).load(rule.productId))?.title[locale] ?? null),
    channel: (rule: CommissionRule) => rule.channel?.toUpperCase() ?? null,
    minPrice: (rule: CommissionRule) => (rule.minPrice === null ? null : money(rule.minPrice, rule.currency)),
    fixed: (rule: CommissionRule) => money(rule.fixed, rule.currency),
    minimum: (rule: CommissionRule) => (rule.minimum === null ? null : money(rule.minimum, rule.currency)),
    maximum: (rule: CommissionRule) => (rule.maximum === null ? null : money(rule.maximum, rule.currency)),
    baseVat: (rule: CommissionRule) => rule.baseVat.toUpperCase(),
    vatMode: (rule: CommissionRule) => rule.vatMode.toUpperCase(),
    inForce: (rule: CommissionRule, _args: unknown, { clock }: GraphqlContext) => isInForce(rule, clock.now()),
  },
  Query: {
    commissionRules: (_source, _args, { scope }) => readRules(scope),
    commissionLines: async (
      _source,
      args: { page: number; pageSize: number; orderNumber?: number | null },
      { scope },
    ) => {
      const page = pageRequest(args)
      const { items, total } = await listCommissionLines(scope, { orderNumber: args.orderNumber ?? null, page })
      return {
        ...page,
        total,
        items: items.map((line) => ({
          ...line,
          base: money(line.base, line.currency),
          amount: money(line.amount, line.currency),
          vat: money(line.vat, line.currency),
          vatTreatment: line.vatTreatment?.toUpperCase() ?? null,
        })),
      }
    },
    operatorDashboard: async (_source, _args, { scope }) => {
      const figures = await operatorFigures(scope)
      return {
        ...figures,
        grossMerchandiseValue: money(figures.grossMerchandiseValue),
        commissionRevenue: money(figures.commissionRevenue),
        days: figures.days.map((day) => ({ ...day, amount: money(day.amount) })),
      }
    },
    operatorOrders: async (_source, args: { page: number; pageSize: number; search?: string | null }, { scope }) => {
      const page = pageRequest(args)
      const { ids, total } = await listOrders(scope, { search: args.search ?? null, page })
      const orders = await readOrders(scope, { orderIds: ids })
      return {
        ...page,
        total,
        items: orders.map((order) => ({
          ...order,
          total: money(order.total, order.currency),
          refundedTotal: money(order.refunded, order.currency),
          traders: order.groups.map((group) => group.traderName),
          states: order.groups.map((group) => group.state),
        })),
      }
    },
  },
  Mutation: {
    createCommissionRule: (_source, args: { input: RuleArgs }, context) =>
      createRule(context.scope, ruleDraft(args.input), callerId(context)),
    updateCommissionRule: (_source, args: { id: string; input: RuleArgs }, context) =>
      updateRule(context.scope, args.id, ruleDraft(args.input), callerId(context)),
    moveCommissionRule: (_source, args: { id: string; position: number }, context) =>
      moveRule(context.scope, args.id, args.position, callerId(context)),
    deleteCommissionRule: async (_source, args: { id: string }, context) => {
      await deleteRule(context.scope, args.id, callerId(context))
      return true
    },
    shipRetailerParcel: async (
      _source,
      args: { orderId: string; carrier: string; trackingNumber: string },
      context,
    ) => {
      const { scope } = context
      const head = await sellerOrderHead(scope, null, args)
      await shipParcel(scope, head, { ...args, lines: null }, { role: "OPERATOR", id: callerId(context) })
      return true
    },
    shipRetailerParcels: async (_source, args: { orderId: string; parcels: ParcelDraft[] }, context) => {
      const head = await sellerOrderHead(context.scope, null, args)
      await shipParcels(context.scope, head, args.parcels, { role: "OPERATOR", id: callerId(context) })
      return true
    },
    markRetailerParcelDelivered: async (_source, args: { orderId: string }, context) => {
      const head = await sellerOrderHead(context.scope, null, args)
      await deliverAllParcels(context.scope, head, { role: "OPERATOR", id: callerId(context) })
      return true
    },
  },
}
