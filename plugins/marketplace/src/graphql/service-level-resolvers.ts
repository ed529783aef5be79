import type { IResolvers } from "@graphql-tools/utils"
import { type GraphqlContext, pageRequest } from "@gondola/kit"
import type { OrderPolicy } from "../order-policy/order-policy"
import { breachesOf, LEVEL_NAMES, type LevelFigures, type Standing, standingOf } from "../service-levels/levels"
import { levelHistory, listLevels, type LevelRecord } from "../service-levels/list-levels"
import { levelsWith } from "../service-levels/service-levels"
import { callerSeller } from "./callers"
import { policyOnce } from "./order-care-loaders"

const figuresView = (figures: LevelFigures, { levels }: OrderPolicy) =>
  LEVEL_NAMES.map((level) => ({
    level,
    ...figures[level],
    ...levels[level],
    standing: standingOf(breachesOf(figures, levels).filter((breach) => breach.level === level)),
  }))

const dayView = (policy: OrderPolicy) => (record: LevelRecord) => ({
  ...record,
  figures: figuresView(record.figures, policy),
})

const LONGEST = 366

export const serviceLevelResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    sellerServiceLevels: async (_source, _args, context) => {
      const { id } = await callerSeller(context)
      const policy = await policyOnce(context)
      const levels = await levelsWith(context.scope, id, { policy, now: context.clock.now() })
      return { ...levels, figures: figuresView(levels.figures, policy) }
    },
    sellerServiceLevelHistory: async (_source, args: { days: number }, context) => {
      const { id } = await callerSeller(context)
      const days = Math.min(LONGEST, Math.max(1, args.days))
      return (await levelHistory(context.scope, id, days)).map(dayView(await policyOnce(context)))
    },
    operatorServiceLevels: async (
      _source,
      args: { page: number; pageSize: number; standing?: Standing | null },
      context,
    ) => {
      const page = pageRequest(args)
      const { items, total } = await listLevels(context.scope, { ...args, page })
      return { ...page, total, items: items.map(dayView(await policyOnce(context))) }
    },
  },
}
