import type { GraphqlContext } from "@gondola/kit"
import { payoutProviderOf } from "../payouts/provider/provider-of"
import type { ReconciliationRow } from "../payouts/reconcile"
import type { Schedule } from "../payouts/schedule"
import { eventsOf, type ListedAccount, type ListedPayout } from "../payouts/store/list-payouts"
import type { PayoutAccountRow, PayoutRunRow } from "../payouts/store/rows"
import type { OwnTerms } from "../payouts/terms"

const money = (amount: number | string, currency: string) => ({ amount: Number(amount), currency })

export const scheduleView = (schedule: Schedule | null) => schedule && { weekday: null, monthDay: null, ...schedule }

/** The schema's optional fields are absent in a schedule that has none. */
export const scheduleOf = (input: { kind: string; weekday?: number | null; monthDay?: number | null } | null) =>
  input && {
    kind: input.kind,
    ...(input.weekday === null || input.weekday === undefined ? {} : { weekday: input.weekday }),
    ...(input.monthDay === null || input.monthDay === undefined ? {} : { monthDay: input.monthDay }),
  }

export function accountView(context: GraphqlContext, account: Partial<PayoutAccountRow> | null) {
  const provider = payoutProviderOf(context.scope)
  return {
    state: account?.state ?? "MISSING",
    provider: provider.id,
    last4: account?.last4 ?? null,
    country: account?.country ?? null,
    requirements: account?.requirements ?? [],
    reason: account?.reason ?? null,
    onboarding: !provider.listed,
  }
}

export async function payoutViews(context: GraphqlContext, rows: readonly ListedPayout[]) {
  const events = await eventsOf(
    context.scope,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    runId: row.run_id,
    sellerId: row.seller_id,
    sellerName: row.seller_name,
    state: row.unresolved_since ? "UNRESOLVED" : row.state,
    amount: money(row.amount, row.currency),
    reserveMoved: money(row.reserve_moved, row.currency),
    entryCount: row.entries,
    provider: row.provider,
    last4: row.last4,
    reference: row.reference,
    bankReference: row.bank_reference,
    problem: row.problem,
    createdAt: row.created_at,
    transferredAt: row.transferred_at,
    paidAt: row.paid_at,
    events: events
      .filter((event) => event.payout_id === row.id)
      .map((event) => ({ state: event.to_state, actor: event.actor, detail: event.detail, at: event.at })),
  }))
}

export const runView = (row: PayoutRunRow & { seller_name: string | null }) => ({
  id: row.id,
  kind: row.kind,
  day: row.day,
  running: row.state === "running",
  sellerName: row.seller_name,
  sellersTotal: row.sellers_total,
  sellersDone: row.sellers_done,
  payouts: row.payouts,
  carried: row.carried,
  blocked: row.blocked,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
})

export const sellerAccountView = (context: GraphqlContext, row: ListedAccount, own: OwnTerms | undefined) => ({
  sellerId: row.id,
  sellerName: row.name,
  account: accountView(context, row),
  schedule: scheduleView(own?.schedule ?? null),
  minimum: own?.minimum ?? null,
  holdDays: own?.holdDays ?? null,
  reserveTarget: own?.reserveTarget ?? null,
  currencies: own?.currencies ?? [],
  pausedReason: own?.pausedReason ?? null,
})

export const reconciliationView = (row: ReconciliationRow) => ({
  id: row.id,
  at: row.at,
  provider: row.provider,
  from: row.from_at,
  to: row.to_at,
  examined: row.examined,
  differences: row.differences.map((each) => ({
    problem: each.problem,
    payoutId: each.payoutId,
    reference: each.reference,
    book: each.book === null ? null : money(each.book, each.currency),
    provider: each.provider === null ? null : money(each.provider, each.currency),
  })),
})
