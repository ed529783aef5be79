import type { IResolvers } from "@graphql-tools/utils"
import { badInput, cents, type GraphqlContext, notFound, pageRequest } from "@gondola/kit"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { plusDays } from "../refund-clock/clock"
import { type Bearer, decideFault } from "../refund-clock/fault"
import { halfYearOf, isRateKnown, type LegalRate, lateInterest, STEPS } from "../refund-clock/late-interest"
import { payLateInterest } from "../refund-clock/pay-interest"
import { type RateDraft, readLegalRates, saveLegalRate, type StoredRate } from "../refund-clock/rates"
import {
  type ClockState,
  clockView,
  countClocks,
  dueByDay,
  type ListedRefund,
  listOwed,
  type OwedFilter,
} from "../refund-clock/read-owed"
import { actorOf } from "../trail/actor-of"

const money = (amount: number, currency: string) => ({ amount, currency })

const refundView = (rates: readonly LegalRate[], now: Date) => (refund: ListedRefund) => {
  const clock = clockView(refund, rates, now)
  return {
    ...refund,
    ...clock,
    owed: money(refund.owed, refund.currency),
    interest: money(clock.interest, refund.currency),
    bearerReason: refund.reason,
    interestReference: refund.reference,
  }
}

const ratesView = (rates: readonly StoredRate[], now: Date) => {
  const current = halfYearOf(dayOf(now))
  return { rates, current, currentKnown: isRateKnown(rates, current) }
}

/** The rates change twice a year: once a request is enough. */
const ratesOf = (context: GraphqlContext): Promise<StoredRate[]> =>
  context.once("marketplace:legal-rates", () => readLegalRates(knexOf(context.scope)))

async function listed(context: GraphqlContext, filter: OwedFilter, page: { skip: number; take: number }) {
  const now = context.clock.now()
  const [rates, { items, total }] = await Promise.all([
    ratesOf(context),
    listOwed(knexOf(context.scope), { ...filter, now }, page),
  ])
  return { total, items: items.map(refundView(rates, now)) }
}

async function oneRefund(context: GraphqlContext, key: string) {
  const { items } = await listed(context, { key }, { skip: 0, take: 1 })
  if (!items[0]) throw notFound("This refund")
  return items[0]
}

const LONGEST_CHART = 31
const BIGGEST = 100_000_000

interface Sum {
  readonly amount: number
  readonly currency: string
  readonly dueOn: string
  readonly paidOn: string
}

const isDay = (day: string): boolean => {
  const at = Date.parse(`${day}T00:00:00Z`)
  return /^20\d\d-\d\d-\d\d$/.test(day) && !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day
}

/** @throws BAD_INPUT */
function calculated({ amount, currency, dueOn, paidOn }: Sum, rates: readonly LegalRate[]) {
  if (!Number.isInteger(amount) || amount < 1 || amount > BIGGEST)
    throw badInput("An amount is a whole number of cents, up to a million", { field: "amount" })
  if (!/^[A-Z]{3}$/.test(currency)) throw badInput("A currency has three capital letters", { field: "currency" })
  if (!isDay(dueOn)) throw badInput("A day is written YYYY-MM-DD", { field: "dueOn" })
  if (!isDay(paidOn)) throw badInput("A day is written YYYY-MM-DD", { field: "paidOn" })
  const on = (paidDay: string) => lateInterest(cents(amount), { dueDay: dueOn, paidDay }, rates)
  const { amount: interest, ...rest } = on(paidOn)
  return {
    ...rest,
    interest: money(interest, currency),
    steps: STEPS.map((throughDays) => {
      const step = on(plusDays(dueOn, throughDays))
      return { throughDays, surchargeBps: step.surchargeBps, interest: money(step.amount, currency) }
    }),
  }
}

/** The operator's page of refunds owed, and the clocks on a shopper's order page. */
export const refundClockResolvers: IResolvers<unknown, GraphqlContext> = {
  ShopperOrder: {
    refunds: async (order: { id: string }, _args: unknown, context: GraphqlContext) =>
      (await listed(context, { orderId: order.id }, { skip: 0, take: 100 })).items,
  },
  Query: {
    owedRefunds: async (
      _source,
      args: { state?: ClockState | null; search?: string | null; page: number; pageSize: number },
      context,
    ) => {
      const page = pageRequest(args)
      return { ...page, ...(await listed(context, args, page)) }
    },
    refundClockCounts: async (_source, _args, { scope, clock }) =>
      (await countClocks(knexOf(scope), clock.now())).map(({ currency, owed, booked, ...row }) => ({
        ...row,
        owed: money(owed, currency),
        interest: money(booked, currency),
      })),
    refundsDueByDay: async (_source, { days }: { days: number }, { scope, clock }) => {
      const wanted = Math.min(LONGEST_CHART, Math.max(1, days))
      return (await dueByDay(knexOf(scope), clock.now(), wanted)).map(({ currency, owed, ...row }) => ({
        ...row,
        owed: money(owed, currency),
      }))
    },
    legalRates: async (_source, _args, context) => ratesView(await ratesOf(context), context.clock.now()),
    lateInterest: async (_source, args: Sum, context) => calculated(args, await ratesOf(context)),
  },
  Mutation: {
    saveLegalRate: async (_source, args: RateDraft, context) =>
      ratesView(await saveLegalRate(context.scope, args, actorOf(context)), context.clock.now()),
    decideRefundFault: async (_source, args: { key: string; bearer: Bearer; reason: string }, context) => {
      await decideFault(context.scope, args, actorOf(context))
      return oneRefund(context, args.key)
    },
    payLateInterest: async (_source, args: { key: string; reference: string }, context) => {
      await payLateInterest(context.scope, args, actorOf(context))
      return oneRefund(context, args.key)
    },
  },
}
