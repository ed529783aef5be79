import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { cents } from "@gondola/kit"
import { dayOf } from "../figures/paris-time"
import { daysLate, daysLeft, plusDays, SOON_DAYS } from "./clock"
import { type LegalRate, lateInterest } from "./late-interest"
import { owedSql } from "./sources"

export const CLOCK_STATES = ["LATE", "DUE_SOON", "RUNNING", "WAITING_FOR_GOODS", "INTEREST_DUE", "PAID_LATE"] as const
export type ClockState = (typeof CLOCK_STATES)[number]

export interface InterestRow {
  readonly key: string
  readonly kind: string
  readonly order_id: string
  readonly currency: string
  readonly owed: number
  readonly started_at: Date
  readonly due_at: Date
  readonly refunded_at: Date
  readonly days_late: number
  readonly surcharge_bps: number | null
  readonly amount: number
  readonly bearer: "HOUSE" | "SELLERS"
  readonly reason: string | null
  readonly paid_at: Date | null
  readonly reference: string | null
}

export interface OwedRefund {
  readonly key: string
  readonly kind: string
  readonly orderId: string
  readonly orderNumber: number
  readonly email: string
  readonly owed: number
  readonly currency: string
  readonly estimated: boolean
  readonly startedAt: Date
  readonly dueAt: Date | null
  readonly refundedAt: Date | null
  readonly bearer: "HOUSE" | "SELLERS"
  readonly reason: string | null
  /** Of a late refund that was paid; null while it is owed. */
  readonly booked: number | null
  readonly surchargeBps: number | null
  readonly interestPaidAt: Date | null
  readonly reference: string | null
}

/** Refunds that are owed, and those that were paid late: with the interest that was booked. */
const CLOCKS = () => `(
  select owed.key, owed.kind, owed.order_id, owed.owed, owed.currency, owed.estimated, owed.started_at, owed.due_at,
    null::timestamptz as refunded_at, coalesce(fault.bearer, 'HOUSE') as bearer, fault.reason, null::int as booked,
    null::int as surcharge_bps, null::timestamptz as interest_paid_at, null::text as reference
  from ${owedSql()} left join marketplace_refund_fault fault on fault.key = owed.key where owed.refunded_at is null
  union all
  select i.key, i.kind, i.order_id, i.owed, i.currency, false, i.started_at, i.due_at, i.refunded_at, i.bearer, i.reason,
    i.amount, i.surcharge_bps, i.paid_at, i.reference from marketplace_late_interest i
) as clock join marketplace_placed_order placed on placed.order_id = clock.order_id`

const today = (column: string): string => `(${column} at time zone 'Europe/Paris')::date`

/** In one place, so that list, counts and chart cannot disagree. */
const STATE = `case
  when clock.refunded_at is not null then case when clock.booked > 0 and clock.interest_paid_at is null then 'INTEREST_DUE' else 'PAID_LATE' end
  when clock.due_at is null then 'WAITING_FOR_GOODS'
  when ${today("clock.due_at")} < ${today(":now::timestamptz")} then 'LATE'
  when ${today("clock.due_at")} <= ${today(":now::timestamptz")} + ${SOON_DAYS} then 'DUE_SOON'
  else 'RUNNING' end`

export interface OwedFilter {
  readonly state?: ClockState | null
  /** Part of the e-mail address, or the order's number. */
  readonly search?: string | null
  readonly orderId?: string | null
  readonly key?: string | null
}

export type ListedRefund = OwedRefund & { readonly state: ClockState }

/** The most urgent first; what waits for goods after it, what is done last. */
export async function listOwed(
  knex: Knex | Knex.Transaction,
  filter: OwedFilter & { readonly now: Date },
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<{ items: ListedRefund[]; total: number }> {
  const rows = () => {
    const query = knex.from(
      knex.raw(
        `(select clock.*, placed.number as "orderNumber", placed.email, ${STATE} as state from ${CLOCKS()}) as listed`,
        { now: filter.now },
      ),
    )
    if (filter.state) void query.where("state", filter.state)
    if (filter.key) void query.where("key", filter.key)
    if (filter.orderId) void query.where("order_id", filter.orderId)
    const text = filter.search?.trim().slice(0, 100)
    if (text && /^#?\d{1,9}$/.test(text)) void query.where("orderNumber", Number(text.replace("#", "")))
    else if (text) void query.whereILike("email", `%${text.replace(/[\\%_]/g, "\\$&")}%`)
    return query
  }
  const [items, count] = await Promise.all([
    rows()
      .orderByRaw(
        `array_position(array['LATE', 'DUE_SOON', 'RUNNING', 'INTEREST_DUE', 'WAITING_FOR_GOODS', 'PAID_LATE'], state),
         due_at nulls last, started_at, key`,
      )
      .offset(skip)
      .limit(take)
      .select(
        "key",
        "kind",
        "order_id as orderId",
        "orderNumber",
        "email",
        "owed",
        "currency",
        "estimated",
        "started_at as startedAt",
        "due_at as dueAt",
        "refunded_at as refundedAt",
        "bearer",
        "reason",
        "booked",
        "surcharge_bps as surchargeBps",
        "interest_paid_at as interestPaidAt",
        "reference",
        "state",
      ),
    rows().count("* as n").first(),
  ])
  return {
    items: (items as (ListedRefund & { owed: string | number })[]).map((row) => ({ ...row, owed: Number(row.owed) })),
    total: Number((count as unknown as { n: string } | undefined)?.n ?? 0),
  }
}

export interface ClockView {
  readonly daysLeft: number | null
  readonly daysLate: number
  /** Booked, or what it would be if the refund left now. */
  readonly interest: number
  readonly surchargeBps: number | null
}

export function clockView(refund: OwedRefund, rates: readonly LegalRate[], now: Date): ClockView {
  const { dueAt, refundedAt } = refund
  if (!dueAt) return { daysLeft: null, daysLate: 0, interest: 0, surchargeBps: null }
  const at = refundedAt ?? now
  const late = daysLate(dueAt, at)
  if (refund.booked !== null)
    return { daysLeft: null, daysLate: late, interest: refund.booked, surchargeBps: refund.surchargeBps }
  const running = lateInterest(cents(refund.owed), { dueDay: dayOf(dueAt), paidDay: dayOf(at) }, rates)
  return {
    daysLeft: daysLeft(dueAt, at),
    daysLate: late,
    interest: running.amount,
    surchargeBps: running.surchargeBps,
  }
}

export interface ClockCount {
  readonly state: ClockState
  readonly currency: string
  readonly count: number
  readonly owed: number
  readonly booked: number
}

export async function countClocks(knex: Knex, now: Date): Promise<ClockCount[]> {
  const { rows } = (await knex.raw(
    `select ${STATE} as state, clock.currency, count(*)::int as count, sum(clock.owed)::float8 as owed,
       coalesce(sum(clock.booked), 0)::float8 as booked
     from ${CLOCKS()} group by 1, 2 order by 1, 2`,
    { now },
  )) as { rows: ClockCount[] }
  return rows
}

export interface DueDay {
  readonly day: string
  readonly currency: string
  readonly count: number
  readonly owed: number
}

/** What falls due on each day from today on, of what is owed now. */
export async function dueByDay(knex: Knex, now: Date, days: number): Promise<DueDay[]> {
  const first = dayOf(now)
  const { rows } = (await knex.raw(
    `select to_char(${today("clock.due_at")}, 'YYYY-MM-DD') as day, clock.currency, count(*)::int as count,
       sum(clock.owed)::float8 as owed
     from ${CLOCKS()} where clock.refunded_at is null and ${today("clock.due_at")} between :first and :last
     group by 1, 2 order by 1, 2`,
    { first, last: plusDays(first, days - 1) },
  )) as { rows: DueDay[] }
  return rows
}

/** What the delay of one refund brought; null for one that left in time or is still owed. */
export async function lateInterestOf(
  knex: Knex,
  key: string,
): Promise<Pick<InterestRow, "amount" | "currency" | "days_late" | "paid_at"> | null> {
  const row = (await knex("marketplace_late_interest")
    .where("key", key)
    .first("amount", "currency", "days_late", "paid_at")) as InterestRow | undefined
  return row ?? null
}
