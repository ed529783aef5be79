import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type FigureSource,
  crossesChannels,
  type OrderChannels,
  orderChannels,
  type Paged,
  type Period,
  soldLines,
  type SoldUnits,
  soldUnits,
} from "@gondola/marketplace"
import { localDay } from "../eligibility/calendar"
import { databaseOf } from "../settlement/database"
import { alertsOn, type CameBack, windowStart } from "./return-window"

const DAY_MS = 86_400_000
const SETTLED = ["REFUNDED", "DISPOSED"]

interface CounterReturn {
  readonly number: string
  readonly shop: string
  readonly at: Date
}

interface Crossed extends OrderChannels {
  readonly back: CounterReturn | null
}

/** Orders of the period that crossed channels: by how they were handed over, or by a return over a counter since. */
async function crossedOrders(
  container: MedusaContainer,
  period: Period,
): Promise<{ crossed: Crossed[]; all: OrderChannels[] }> {
  const [all, returns] = await Promise.all([orderChannels(container, period), counterReturns(container, period.from)])
  const crossed = all.flatMap((order) => {
    const back = returns.get(order.orderId) ?? null
    return crossesChannels(order.sold, [...order.handed, ...(back ? ["shop" as const] : [])])
      ? [{ ...order, back }]
      : []
  })
  return { crossed, all }
}

/** The first return over a counter of each order. A return comes after its order: none before `from` is of interest. */
async function counterReturns(container: MedusaContainer, from: Date): Promise<Map<string, CounterReturn>> {
  const rows = (await databaseOf(container)("store_return as r")
    .join("store_return_shop as shop", "shop.id", "r.shop_id")
    .whereIn("r.state", SETTLED)
    .where("r.settled_at", ">=", from)
    .distinctOn("r.order_id")
    .orderBy([{ column: "r.order_id" }, { column: "r.settled_at" }])
    .select("r.order_id as orderId", "r.number", "shop.name as shop", "r.settled_at as at")) as (CounterReturn & {
    orderId: string
  })[]
  return new Map(rows.map(({ orderId, ...row }) => [orderId, row]))
}

/**
 * K3, cross-channel rate. Formula: orders whose selling channel differs from the channel of their fulfilment, pickup or
 * return ÷ orders, by the day of the order. Sold on the web and picked up or brought back in a shop crosses, and so does
 * sold in a shop and sent home. Unit: percent.
 */
export const crossChannel: FigureSource = {
  code: "K3",
  unit: "PERCENT",
  form: "RATIO",
  better: "UP",
  boards: ["OPERATOR"],
  async parts(container, period) {
    const { crossed, all } = await crossedOrders(container, period)
    return period.days.flatMap((day) => {
      const bottom = all.filter((order) => order.day === day).length
      return bottom === 0 ? [] : [{ day, top: crossed.filter((order) => order.day === day).length, bottom }]
    })
  },
  async rows(container, period, { page }) {
    const { crossed } = await crossedOrders(container, period)
    return {
      columns: [
        { key: "order", kind: "TEXT" },
        { key: "placed", kind: "DATE_TIME" },
        { key: "sold", kind: "STATE" },
        { key: "handed", kind: "STATE" },
        { key: "return", kind: "TEXT" },
        { key: "shop", kind: "TEXT" },
        { key: "at", kind: "DATE_TIME" },
      ],
      total: crossed.length,
      rows: crossed.slice(page.skip, page.skip + page.take).map((order) => ({
        key: order.orderId,
        about: { type: "ORDER" as const, id: order.orderId },
        cells: [
          { text: `#${order.number}` },
          { at: order.placedAt },
          { text: SOLD[order.sold] },
          { text: order.handed.length > 1 ? "HANDED_BOTH" : HANDED[order.handed[0] ?? "web"] },
          { text: order.back?.number },
          { text: order.back?.shop },
          { at: order.back?.at },
        ],
      })),
    }
  },
}

const SOLD = { web: "SOLD_WEB", shop: "SOLD_SHOP" } as const
const HANDED = { web: "SENT", shop: "PICKED_UP" } as const

/** Sales and returns that the windows of a period can see. */
async function salesAndReturns(
  container: MedusaContainer,
  period: Period,
): Promise<{ sold: SoldUnits[]; back: CameBack[] }> {
  const from = new Date(period.from.getTime() - 30 * DAY_MS)
  const lines = (await databaseOf(container)("store_return_line as line")
    .join("store_return as ret", "ret.id", "line.store_return_id")
    .whereIn("ret.state", SETTLED)
    .where("ret.settled_at", ">=", from)
    .where("ret.settled_at", "<", period.to)
    .select("line.order_line_id as lineId", "line.quantity as units", "ret.settled_at as at")) as {
    lineId: string
    units: number
    at: Date
  }[]
  const [sold, origins] = await Promise.all([
    soldUnits(container, { from, to: period.to }),
    soldLines(
      container,
      lines.map((line) => line.lineId),
    ),
  ])
  const back = lines.flatMap(({ lineId, units, at }): CameBack[] => {
    const origin = origins.get(lineId)
    const returnedOn = localDay(at).toISODate()
    return origin && returnedOn ? [{ productId: origin.productId, soldOn: origin.day, returnedOn, units }] : []
  })
  return { sold, back }
}

const COLUMNS = [
  { key: "product", kind: "TEXT" },
  { key: "category", kind: "TEXT" },
  { key: "units", kind: "NUMBER" },
  { key: "returned", kind: "NUMBER" },
  { key: "rate", kind: "PERCENT" },
  { key: "floor", kind: "PERCENT" },
  { key: "categoryRate", kind: "PERCENT" },
] as const

/**
 * K4, return-rate alert. Formula: products of which at least 20 units sold in the last 30 days and whose Wilson floor
 * (95 %) of the share come back exceeds 1.5 times the share of their category. Unit: products, at the end of each day.
 * What counts is what came back over a counter; a return by mail joins when there is one.
 */
export const returnAlert: FigureSource = {
  code: "K4",
  unit: "COUNT",
  form: "LAST",
  better: "DOWN",
  boards: ["OPERATOR"],
  async parts(container, period) {
    const { sold, back } = await salesAndReturns(container, period)
    // Where nothing came back nothing can alert: most days of most shops.
    if (back.length === 0) return []
    return period.days.map((day) => {
      const first = windowStart(day)
      const seen = sold.filter((sale) => sale.day >= first && sale.day <= day)
      return { day, top: alertsOn(day, seen, back).length }
    })
  },
  async rows(container, period, { page }: { page: Paged }) {
    const { sold, back } = await salesAndReturns(container, period)
    const titles = new Map(sold.map((sale) => [sale.productId, sale.title]))
    const alerts = alertsOn(period.days[period.days.length - 1]!, sold, back)
    return {
      columns: COLUMNS,
      total: alerts.length,
      rows: alerts.slice(page.skip, page.skip + page.take).map((alert) => ({
        key: alert.productId,
        about: { type: "PRODUCT" as const, id: alert.productId },
        cells: [
          { text: titles.get(alert.productId) ?? alert.productId },
          { text: alert.category },
          { number: alert.sold },
          { number: alert.returned },
          { number: 100 * alert.rate },
          { number: 100 * alert.floor },
          { number: 100 * alert.categoryRate },
        ],
      })),
    }
  },
}
