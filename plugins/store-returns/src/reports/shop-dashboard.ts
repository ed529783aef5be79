import type { MedusaContainer } from "@medusajs/framework/types"
import { localDay, RETAILER_ZONE } from "../eligibility/calendar"
import { databaseOf } from "../settlement/database"

const DAYS = 14
export const CAGE_DAYS = 7

export interface ShopFigures {
  readonly returnsToday: number
  /** Cents. */
  readonly refundedToday: number
  /** Units, not bags. */
  readonly inQuarantine: number
  readonly inCage: number
  readonly cageOverdue: number
  readonly days: readonly { readonly day: string; readonly returns: number }[]
}

/** Figures of one shop; its days are the calendar's where it stands. */
export async function shopDashboard(container: MedusaContainer, shopId: string, now: Date): Promise<ShopFigures> {
  const knex = databaseOf(container)
  const today = localDay(now)
  const first = today.minus({ days: DAYS - 1 })
  const rows = (await knex("store_return")
    .where({ shop_id: shopId })
    .where("settled_at", ">=", first.toJSDate())
    .groupByRaw("1")
    .select(knex.raw("to_char(settled_at at time zone ?, 'YYYY-MM-DD') as day", [RETAILER_ZONE]))
    .count("id as returns")
    .sum("total as refunded")) as unknown as { day: string; returns: string; refunded: string }[]
  const overdue = today.minus({ days: CAGE_DAYS }).toJSDate()
  const [units] = (await knex("store_return_custody_unit")
    .where({ shop_id: shopId })
    .select(
      knex.raw("coalesce(sum(quantity) filter (where place = 'quarantine'), 0) as quarantine"),
      knex.raw("coalesce(sum(quantity) filter (where place = 'cage'), 0) as cage"),
      knex.raw("coalesce(sum(quantity) filter (where place = 'cage' and since < ?), 0) as overdue", [overdue]),
    )) as unknown as { quarantine: string; cage: string; overdue: string }[]
  const byDay = new Map(rows.map((row) => [row.day, row]))
  const dayOf = (offset: number): string => first.plus({ days: offset }).toISODate() ?? ""
  const todays = byDay.get(today.toISODate() ?? "")
  return {
    returnsToday: Number(todays?.returns ?? 0),
    refundedToday: Number(todays?.refunded ?? 0),
    inQuarantine: Number(units?.quarantine ?? 0),
    inCage: Number(units?.cage ?? 0),
    cageOverdue: Number(units?.overdue ?? 0),
    days: Array.from({ length: DAYS }, (_none, offset) => ({
      day: dayOf(offset),
      returns: Number(byDay.get(dayOf(offset))?.returns ?? 0),
    })),
  }
}
