import type { IResolvers } from "@graphql-tools/utils"
import { type GraphqlContext, notFound, pageRequest } from "@gondola/kit"
import type { NoteLocale } from "@gondola/ledger"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { payoutAccountOf, payoutOnboardingLink, refreshPayoutAccount } from "../payouts/accounts"
import { payoutBlocks } from "../payouts/gates"
import { portalUrlOf } from "../payouts/provider/provider-of"
import { nextPayday } from "../payouts/schedule"
import { listPayoutEntries, listPayouts } from "../payouts/store/list-payouts"
import { readBalances, readHolds, termsOf } from "../payouts/store/read-overview"
import { saveBankAccount } from "../sellers/numbers"
import { actorOf } from "../trail/actor-of"
import { callerSeller } from "./callers"
import { accountView, payoutViews, scheduleView } from "./payout-views"

interface PageArgs {
  readonly page: number
  readonly pageSize: number
}

const money = (amount: number, currency: string) => ({ amount, currency })

/** A seller's own payouts; another's is not found. */
export const sellerPayoutResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    sellerPayoutOverview: async (_source, _args, context) => {
      const seller = await callerSeller(context)
      const terms = await termsOf(context.scope, seller.id)
      const [balances, blocks, account] = await Promise.all([
        readBalances(context.scope, seller.id),
        payoutBlocks(context.scope, [seller.id]),
        payoutAccountOf(context.scope, seller.id),
      ])
      return {
        balances: balances.map((each) => ({
          currency: each.currency,
          balance: money(each.balance, each.currency),
          available: money(each.available, each.currency),
          onHold: money(each.onHold, each.currency),
          claimed: money(each.claimed, each.currency),
          inTransit: money(each.inTransit, each.currency),
          reserve: money(each.reserve, each.currency),
        })),
        terms: { ...terms, schedule: scheduleView(terms.schedule) },
        nextPayday: nextPayday(terms.schedule, dayOf(context.clock.now())),
        blocks: blocks.get(seller.id) ?? [],
        pausedReason: terms.pausedReason,
        account: accountView(context, account),
      }
    },
    sellerPayoutHolds: async (_source, args: PageArgs, context) => {
      const page = pageRequest(args)
      const holds = await readHolds(context.scope, (await callerSeller(context)).id)
      const shown = holds.slice(page.skip, page.skip + page.take)
      const numbers = await orderNumbers(
        context,
        shown.map((hold) => hold.sellerOrderId),
      )
      const items = shown.map((hold) => ({
        ...hold,
        orderNumber: numbers.get(hold.sellerOrderId) ?? 0,
        amount: money(hold.amount, hold.currency),
      }))
      return { ...page, total: holds.length, items }
    },
    sellerPayouts: async (_source, args: PageArgs & { state?: string | null }, context) => {
      const page = pageRequest(args)
      const seller = await callerSeller(context)
      const { rows, total } = await listPayouts(context.scope, { sellerId: seller.id, state: args.state }, page)
      return { ...page, total, items: await payoutViews(context, rows) }
    },
    sellerPayout: async (_source, { id }: { id: string }, context) => (await ownPayout(context, id)) ?? null,
    sellerPayoutEntries: async (_source, args: PageArgs & { payoutId: string; locale: NoteLocale }, context) => {
      const page = pageRequest(args)
      if (!(await ownPayout(context, args.payoutId))) throw notFound("This payout")
      return { ...page, ...(await listPayoutEntries(context.scope, args.payoutId, { ...page, locale: args.locale })) }
    },
  },
  Mutation: {
    registerPayoutAccount: async (_source, { iban }: { iban: string }, context) => {
      const seller = await callerSeller(context, "finance")
      await saveBankAccount(context.scope, seller, { iban, actor: actorOf(context) })
      return accountView(context, await payoutAccountOf(context.scope, seller.id))
    },
    payoutOnboardingLink: async (_source, _args, context) => {
      const seller = await callerSeller(context, "finance")
      const page = `${portalUrlOf(context.scope)}/seller/payouts`
      return payoutOnboardingLink(context.scope, seller.id, { back: page, again: page })
    },
    refreshPayoutAccount: async (_source, _args, context) => {
      const seller = await callerSeller(context, "finance")
      await refreshPayoutAccount(context.scope, seller.id)
      return accountView(context, await payoutAccountOf(context.scope, seller.id))
    },
  },
}

async function ownPayout(context: GraphqlContext, id: string) {
  const seller = await callerSeller(context)
  const { rows } = await listPayouts(context.scope, { sellerId: seller.id, id }, { skip: 0, take: 1 })
  return (await payoutViews(context, rows))[0]
}

async function orderNumbers(context: GraphqlContext, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = (await knexOf(context.scope)("marketplace_seller_order as s")
    .join("marketplace_placed_order as o", "o.order_id", "s.order_id")
    .whereIn("s.id", ids)
    .select("s.id", "o.number")) as { id: string; number: number }[]
  return new Map(rows.map((row) => [row.id, row.number]))
}
