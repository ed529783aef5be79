import { badInput, type GraphqlContext, notFound, pageRequest } from "@gondola/kit"
import { callerSeller } from "@gondola/marketplace"
import { staffOf } from "../desk/desk"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { sellerReturns } from "../reports/seller-returns"
import { shopDashboard } from "../reports/shop-dashboard"
import { inOrder, readShopReturn } from "../returns/read-return"
import type { StoreReturnState } from "../state/machine"
import { bagView, money, returnView, shopView } from "./view"

interface PageArgs {
  readonly page?: number | null
  readonly pageSize?: number | null
}

/** Lists start from the caller's own shop or seller, so that no filter can reach another's rows. */
export const listQueries = {
  shops: async (_root: unknown, _args: unknown, context: GraphqlContext) =>
    (await storeReturnsOf(context.scope).listShops({}, { order: { name: "ASC" }, take: 500 })).map(shopView),

  shopDashboard: async (_root: unknown, _args: unknown, context: GraphqlContext) => {
    const { shop } = await staffOf(context)
    const figures = await shopDashboard(context.scope, shop.id, context.clock.now())
    return { ...figures, refundedToday: money(figures.refundedToday, "EUR") }
  },

  storeReturns: async (
    _root: unknown,
    args: PageArgs & { state?: StoreReturnState | null; search?: string | null },
    context: GraphqlContext,
  ) => {
    const { shop } = await staffOf(context)
    const { page, pageSize, skip, take } = pageRequest(args)
    const [rows, total] = await storeReturnsOf(context.scope).listAndCountStoreReturns(
      { shop_id: shop.id, ...(args.state ? { state: args.state } : {}), ...searched(args.search) },
      { relations: ["lines"], order: { opened_at: "DESC", id: "DESC" }, skip, take },
    )
    return { items: rows.map((row) => returnView(inOrder(row), shop)), total, page, pageSize }
  },

  storeReturn: async (_root: unknown, args: { id: string }, context: GraphqlContext) => {
    const { shop } = await staffOf(context)
    return returnView(await readShopReturn(context.scope, shop.id, args.id), shop)
  },

  returnPhoto: async (_root: unknown, args: { returnLineId: string }, context: GraphqlContext) => {
    const { shop } = await staffOf(context)
    const service = storeReturnsOf(context.scope)
    const [line] = await service.listStoreReturnLines({ id: args.returnLineId })
    if (!line) throw notFound("This return line")
    await readShopReturn(context.scope, shop.id, line.store_return_id)
    const [photo] = line.photo_id ? await service.listPictures({ id: line.photo_id }) : []
    return photo ? `data:${photo.mime};base64,${photo.base64}` : null
  },

  custodyUnits: async (_root: unknown, args: PageArgs & { place?: string | null }, context: GraphqlContext) => {
    const { shop } = await staffOf(context)
    const { page, pageSize, skip, take } = pageRequest(args)
    const [rows, total] = await storeReturnsOf(context.scope).listAndCountCustodyUnits(
      { shop_id: shop.id, place: placesOf(args.place) },
      { order: { since: "ASC", id: "ASC" }, skip, take },
    )
    return { items: rows.map(bagView), total, page, pageSize }
  },

  sellerReturns: async (_root: unknown, args: PageArgs, context: GraphqlContext) => {
    const seller = await callerSeller(context)
    const { page, pageSize, skip, take } = pageRequest(args)
    const { rows, total } = await sellerReturns(context.scope, seller.id, { skip, take })
    const items = rows.map((row) => ({
      returnNumber: row.return_number,
      orderNumber: row.order_number,
      at: row.at,
      shopName: row.shop_name,
      title: row.title,
      quantity: row.quantity,
      grade: row.grade,
      refund: money(row.refund, row.currency),
      commissionBack: money(row.commission_back, row.currency),
      debit: money(row.seller_debit, row.currency),
      place: row.place,
    }))
    return { items, total, page, pageSize }
  },
}

type Place = "quarantine" | "cage"

function placesOf(place: string | null | undefined): Place[] {
  if (!place) return ["quarantine", "cage"]
  if (place !== "quarantine" && place !== "cage") throw badInput("place is quarantine or cage")
  return [place]
}

/** By the return's number or the order's. */
function searched(search: string | null | undefined): Record<string, unknown> {
  const text = search?.trim().slice(0, 50)
  if (!text) return {}
  if (/^\d{1,9}$/.test(text)) return { order_number: Number(text) }
  return { number: { $ilike: `%${text.replace(/[%_\\]/g, "\\$&")}%` } }
}
