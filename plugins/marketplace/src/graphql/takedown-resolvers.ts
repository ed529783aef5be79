import type { IResolvers } from "@graphql-tools/utils"
import { type GraphqlContext, pageRequest } from "@gondola/kit"
import { readCheckRate, saveCheckRate } from "../random-checks/policy"
import { type CheckView, listChecks, readRounds } from "../random-checks/read-checks"
import { type CheckOutcome, recordCheck } from "../random-checks/record-check"
import { listTakedowns, publicTakedowns, takedownBuyers, type TakedownView } from "../takedowns/read-takedowns"
import { liftTakedown, takeDown } from "../takedowns/take-down"
import { readTakedown, type TakedownKind } from "../takedowns/takedown"
import { actorOf } from "../trail/actor-of"
import { found } from "./callers"
import type { Locale } from "./catalogue-view"
import { capitals, small } from "./seller-file-view"

interface Asked {
  readonly page: number
  readonly pageSize: number
  readonly search?: string | null
}

const ONE = { page: { skip: 0, take: 1 } }

const titled = {
  title: (row: { title: string; titleEn: string }, { locale }: { locale: Locale }) =>
    locale === "en" ? row.titleEn : row.title,
}

const takedownView = (row: TakedownView) => ({ ...row, kind: capitals(row.kind) })
const checkView = (row: CheckView) => ({ ...row, outcome: row.outcome && capitals(row.outcome) })

const oneTakedown = async ({ scope }: GraphqlContext, id: string) =>
  takedownView(found((await listTakedowns(scope, { id, ...ONE })).items[0], "This takedown"))

const plan = async ({ scope }: GraphqlContext) => ({
  perWeek: await readCheckRate(scope),
  rounds: await readRounds(scope),
})

/** Random checks and takedowns (DSA art. 31 and 32). */
export const takedownResolvers: IResolvers<unknown, GraphqlContext> = {
  Takedown: titled,
  RandomCheck: titled,
  Query: {
    randomChecks: async (
      _source,
      args: Asked & { waiting?: boolean | null; outcome?: string | null },
      { scope }: GraphqlContext,
    ) => {
      const page = pageRequest(args)
      const outcome = args.outcome ? small<CheckOutcome>(args.outcome) : null
      const { items, total } = await listChecks(scope, { search: args.search, waiting: args.waiting, outcome, page })
      return { ...page, total, items: items.map(checkView) }
    },
    checkPlan: (_source, _args, context) => plan(context),
    takedowns: async (_source, args: Asked & { open?: boolean | null }, { scope }: GraphqlContext) => {
      const page = pageRequest(args)
      const { items, total } = await listTakedowns(scope, { search: args.search, open: args.open, page })
      return { ...page, total, items: items.map(takedownView) }
    },
    takedownBuyers: async (_source, args: Asked & { takedownId: string }, { scope }: GraphqlContext) => {
      const page = pageRequest(args)
      const { id } = await readTakedown(scope, args.takedownId)
      return { ...page, ...(await takedownBuyers(scope, id, page)) }
    },
    publicTakedowns: async (_source, { locale }: { locale: Locale }, { scope }: GraphqlContext) =>
      (await publicTakedowns(scope)).map((row) => ({ ...takedownView(row), title: titled.title(row, { locale }) })),
  },
  Mutation: {
    setCheckRate: async (_source, { perWeek }: { perWeek: number }, context) => {
      await saveCheckRate(context.scope, perWeek, actorOf(context))
      return plan(context)
    },
    recordCheck: async (
      _source,
      args: {
        id: string
        outcome: string
        finding?: string | null
        goods?: { kind: string; redress: string; everySeller: boolean } | null
      },
      context,
    ) => {
      const { goods } = args
      await recordCheck(context.scope, {
        checkId: args.id,
        outcome: small(args.outcome),
        finding: args.finding,
        takedown: goods && { ...goods, kind: small<TakedownKind>(goods.kind) },
        actor: actorOf(context),
      })
      return checkView(found((await listChecks(context.scope, { id: args.id, ...ONE })).items[0], "This check"))
    },
    takeDownProduct: async (
      _source,
      { input }: { input: Record<"kind" | "productId" | "reason" | "redress" | "key", string> & { sellerId?: string } },
      context,
    ) => {
      const { id } = await takeDown(context.scope, {
        ...input,
        key: `operator:${input.key}`,
        kind: small<TakedownKind>(input.kind),
        sellerId: input.sellerId ?? null,
        actor: actorOf(context),
      })
      return oneTakedown(context, id)
    },
    liftTakedown: async (_source, args: { id: string; reason: string }, context) => {
      await liftTakedown(context.scope, { ...args, actor: actorOf(context) })
      return oneTakedown(context, args.id)
    },
  },
}
