import type { MedusaContainer } from "@medusajs/framework/types"
import { centsOf, type Cents, cents, clockOf } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"
import { dayOf, lastDays, startOfDay } from "./paris-time"

const WINDOW_DAYS = 30

export interface DayFigure {
  readonly day: string
  readonly count: number
  readonly amount: Cents
}

export interface SellerFigures {
  readonly balance: Cents
  readonly toShip: number
  readonly late: number
  readonly activeOffers: number
  readonly sales: readonly DayFigure[]
}

export interface OperatorFigures {
  readonly ordersToday: number
  readonly grossMerchandiseValue: Cents
  /** Sellers' part of the goods sold, in percent. */
  readonly marketplaceShare: number
  /** Net: VAT on commission is the state's. */
  readonly commissionRevenue: Cents
  readonly sellersToReview: number
  readonly days: readonly DayFigure[]
}

export async function sellerFigures(container: MedusaContainer, sellerId: string): Promise<SellerFigures> {
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const days = lastDays(now, WINDOW_DAYS)
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  const [balance, [counts], sold] = await Promise.all([
    ledger.owed("seller_payable", sellerId),
    knex
      .raw(
        `select count(*) filter (where s.state in ('TO_ACCEPT', 'ACCEPTED', 'PARTIALLY_SHIPPED'))::int as "toShip",
           count(*) filter (where s.state in ('TO_ACCEPT', 'ACCEPTED', 'PARTIALLY_SHIPPED') and s.promised_by < :now)::int as late,
           (select count(*)::int from marketplace_offer o where o.seller_id = :seller and o.state = 'active' and o.deleted_at is null) as "activeOffers"
         from marketplace_seller_order s where s.seller_id = :seller`,
        { seller: sellerId, now },
      )
      .then((answer: { rows: { toShip: number; late: number; activeOffers: number }[] }) => answer.rows),
    knex("marketplace_seller_order")
      .where("seller_id", sellerId)
      .where("placed_at", ">=", startOfDay(days[0]!))
      .select("placed_at as at", "items_total as amount") as Promise<Sold[]>,
  ])
  return { balance: centsOf(balance), toShip: 0, late: 0, activeOffers: 0, ...counts, sales: byDay(days, sold) }
}

export async function operatorFigures(container: MedusaContainer): Promise<OperatorFigures> {
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const days = lastDays(now, WINDOW_DAYS)
  const from = startOfDay(days[0]!)
  const [orders, [figures]] = await Promise.all([
    knex("marketplace_placed_order")
      .where("placed_at", ">=", from)
      .select("placed_at as at", "total as amount") as Promise<Sold[]>,
    knex
      .raw(
        `select coalesce(sum(items_total), 0)::bigint as goods,
           coalesce(sum(items_total) filter (where seller_id is not null), 0)::bigint as sellers,
           (select coalesce(sum(amount - vat), 0)::bigint from marketplace_commission_line where occurred_at >= :from) as commission,
           (select count(*)::int from marketplace_seller where state = 'in_review' and deleted_at is null) as "toReview"
         from marketplace_seller_order where placed_at >= :from`,
        { from },
      )
      .then(
        (answer: { rows: { goods: string; sellers: string; commission: string; toReview: number }[] }) => answer.rows,
      ),
  ])
  const goods = Number(figures?.goods ?? 0)
  const series = byDay(days, orders)
  return {
    ordersToday: series[series.length - 1]?.count ?? 0,
    grossMerchandiseValue: cents(goods),
    marketplaceShare: goods === 0 ? 0 : Math.round((Number(figures?.sellers ?? 0) * 1000) / goods) / 10,
    commissionRevenue: cents(Number(figures?.commission ?? 0)),
    sellersToReview: figures?.toReview ?? 0,
    days: series,
  }
}

interface Sold {
  readonly at: Date
  readonly amount: number
}

function byDay(days: readonly string[], sold: readonly Sold[]): DayFigure[] {
  const figures = new Map(days.map((day) => [day, { count: 0, amount: 0 }]))
  for (const each of sold) {
    const figure = figures.get(dayOf(each.at))
    if (!figure) continue
    figure.count += 1
    figure.amount += each.amount
  }
  return days.map((day) => ({ day, count: figures.get(day)!.count, amount: cents(figures.get(day)!.amount) }))
}
