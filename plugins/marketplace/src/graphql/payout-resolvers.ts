import type { IResolvers } from "@graphql-tools/utils"
import { callerId, type GraphqlContext, notFound, pageRequest } from "@gondola/kit"
import type { NoteLocale } from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"
import { payBasket } from "../orders/pay-basket"
import { verifyPayoutAccount } from "../payouts/accounts"
import { advancePayouts } from "../payouts/advance-payouts"
import { hurryPayout } from "../payouts/hurry-payout"
import { markPayoutFailed, markPayoutsPaid } from "../payouts/mark-payouts"
import { payOut } from "../payouts/pay-out"
import { payoutProviderOf } from "../payouts/provider/provider-of"
import { reconcile, type ReconciliationRow } from "../payouts/reconcile"
import { openManualRun } from "../payouts/run-payouts"
import { listAccounts, listPayoutEntries, listPayouts, listRunNotes, listRuns } from "../payouts/store/list-payouts"
import { readTodo } from "../payouts/store/read-todo"
import { readOwnTerms, readTerms, saveOwnTerms, saveTerms } from "../payouts/store/terms-store"
import { checkedOwnTerms, checkedTerms } from "../payouts/terms"
import { found } from "./callers"
import { payoutViews, reconciliationView, runView, scheduleOf, scheduleView, sellerAccountView } from "./payout-views"

interface PageArgs {
  readonly page: number
  readonly pageSize: number
}

interface ScheduleInput {
  readonly kind: string
  readonly weekday?: number | null
  readonly monthDay?: number | null
}

const ONE = { skip: 0, take: 1 }

/** The operator's side of payouts. */
export const payoutResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    payoutTodo: (_source, _args, { scope }) => readTodo(scope),
    payouts: async (
      _source,
      args: PageArgs & { search?: string | null; state?: string | null; runId?: string | null },
      context,
    ) => {
      const page = pageRequest(args)
      const { rows, total } = await listPayouts(context.scope, args, page)
      return { ...page, total, items: await payoutViews(context, rows) }
    },
    payout: async (_source, { id }: { id: string }, context) => (await onePayout(context, id)) ?? null,
    payoutEntries: async (_source, args: PageArgs & { payoutId: string; locale: NoteLocale }, context) => {
      const page = pageRequest(args)
      found(await onePayout(context, args.payoutId), "This payout")
      return { ...page, ...(await listPayoutEntries(context.scope, args.payoutId, { ...page, locale: args.locale })) }
    },
    payoutRuns: async (_source, args: PageArgs, { scope }) => {
      const page = pageRequest(args)
      const { rows, total } = await listRuns(scope, page)
      return { ...page, total, items: rows.map(runView) }
    },
    payoutRunNotes: async (_source, args: PageArgs & { runId: string }, { scope }) => {
      const page = pageRequest(args)
      const { rows, total } = await listRunNotes(scope, args.runId, page)
      const items = rows.map((row) => ({
        sellerId: row.seller_id,
        sellerName: row.seller_name,
        outcome: row.outcome,
        reasons: row.reasons,
        amount: { amount: Number(row.amount), currency: row.currency },
      }))
      return { ...page, total, items }
    },
    payoutTerms: (_source, _args, context) => termsView(context),
    payoutAccounts: async (_source, args: PageArgs & { search?: string | null; state?: string | null }, context) => {
      const page = pageRequest(args)
      const provider = payoutProviderOf(context.scope).id
      const { rows, total } = await listAccounts(context.scope, { ...args, provider }, page)
      const own = await readOwnTerms(
        knexOf(context.scope),
        rows.map((row) => row.id),
      )
      return { ...page, total, items: rows.map((row) => sellerAccountView(context, row, own.get(row.id))) }
    },
    reconciliations: async (_source, args: PageArgs, { scope }) => {
      const page = pageRequest(args)
      const query = knexOf(scope)("marketplace_reconciliation")
      const [count] = (await query.clone().count("id as n")) as { n: string }[]
      const rows = (await query.clone().orderBy("at", "desc").offset(page.skip).limit(page.take)) as ReconciliationRow[]
      return { ...page, total: Number(count?.n ?? 0), items: rows.map(reconciliationView) }
    },
  },
  Mutation: {
    payBasket: (_source, { cartId }: { cartId: string }, { scope }) => payBasket(scope, cartId),
    startPayoutRun: async (_source, args: { key: string; sellerId?: string | null }, context) => {
      const id = await openManualRun(context.scope, {
        key: args.key,
        sellerId: args.sellerId ?? null,
        by: callerId(context),
      })
      // The page watches the progress; a process that dies here leaves the rest to the job.
      void payOut(context.scope).catch(() => undefined)
      const { rows } = await listRuns(context.scope, ONE, id)
      return runView(rows[0]!)
    },
    markPayoutsPaid: async (_source, args: { ids: string[]; reference: string }, context) => {
      await markPayoutsPaid(context.scope, { ...args, by: callerId(context) })
      return true
    },
    markPayoutFailed: async (_source, args: { id: string; reason: string }, context) => {
      await markPayoutFailed(context.scope, { ...args, by: callerId(context) })
      await advancePayouts(context.scope)
      return found(await onePayout(context, args.id), "This payout")
    },
    lookUpPayout: async (_source, { id }: { id: string }, context) => {
      await hurryPayout(context.scope, id)
      await advancePayouts(context.scope)
      return found(await onePayout(context, id), "This payout")
    },
    savePayoutTerms: async (_source, { input }: { input: TermsInput & { schedule: ScheduleInput } }, context) => {
      const knex = knexOf(context.scope)
      const { currencies, chargebackBearer } = await readTerms(knex)
      const terms = checkedTerms({
        ...input,
        schedule: scheduleOf(input.schedule),
        currencies: input.currencies ?? currencies,
        chargebackBearer: input.chargebackBearer ?? chargebackBearer,
      })
      await saveTerms(knex, terms, { by: callerId(context), at: context.clock.now() })
      return termsView(context)
    },
    saveSellerPayoutTerms: async (
      _source,
      { sellerId, input }: { sellerId: string; input: TermsInput & { schedule?: ScheduleInput | null } },
      context,
    ) => {
      found((await listAccounts(context.scope, { id: sellerId, provider: "" }, ONE)).rows[0], "This seller")
      const terms = checkedOwnTerms({
        minimum: null,
        holdDays: null,
        reserveTarget: null,
        pausedReason: null,
        ...input,
        currencies:
          input.currencies ?? (await readOwnTerms(knexOf(context.scope), [sellerId])).get(sellerId)?.currencies,
        schedule: scheduleOf(input.schedule ?? null),
      })
      const author = { by: callerId(context), at: context.clock.now() }
      await saveOwnTerms(knexOf(context.scope), sellerId, { ...terms, ...author })
      return oneAccount(context, sellerId)
    },
    verifyPayoutAccount: async (
      _source,
      args: { sellerId: string; accepted: boolean; reason?: string | null },
      context,
    ) => {
      await verifyPayoutAccount(context.scope, { ...args, reason: args.reason ?? null, by: callerId(context) })
      return oneAccount(context, args.sellerId)
    },
    reconcilePayouts: async (_source, { from, to }: { from: Date; to: Date }, context) =>
      reconciliationView(await reconcile(context.scope, { from, to, by: callerId(context) })),
  },
}

/** What is absent stays as it is. */
type TermsInput = Record<string, unknown> & { currencies?: unknown; chargebackBearer?: unknown }

async function onePayout(context: GraphqlContext, id: string) {
  const { rows } = await listPayouts(context.scope, { id }, ONE)
  return (await payoutViews(context, rows))[0]
}

async function oneAccount(context: GraphqlContext, id: string) {
  const knex = knexOf(context.scope)
  const { rows } = await listAccounts(context.scope, { id, provider: payoutProviderOf(context.scope).id }, ONE)
  if (!rows[0]) throw notFound("This seller")
  return sellerAccountView(context, rows[0], (await readOwnTerms(knex, [id])).get(id))
}

async function termsView(context: GraphqlContext) {
  const terms = await readTerms(knexOf(context.scope))
  return { ...terms, schedule: scheduleView(terms.schedule) }
}
