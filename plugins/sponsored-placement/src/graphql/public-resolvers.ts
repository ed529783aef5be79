import type { IResolvers } from "@graphql-tools/utils"
import { type GraphqlContext, rateLimit } from "@gondola/kit"
import { recordClick } from "../clicks/record-click"
import { recordViews } from "../events/record-views"

/** Calls of one address in a minute: far above a shopper, low enough to keep a flood off the database. */
const clicksPerMinute = rateLimit("ad-click", 1200, 60)
const viewsPerMinute = rateLimit("ad-events", 1200, 60)

interface EventInput {
  token: string
  slot: number
  kind: "IMPRESSION" | "VIEWABLE"
}

export const publicResolvers: IResolvers<unknown, GraphqlContext> = {
  Mutation: {
    recordAdEvents: async (_source, { events }: { events: EventInput[] }, { scope, address, header }) => {
      await viewsPerMinute.take(address)
      const views = events.map(({ kind, ...event }) => ({
        ...event,
        kind: kind === "VIEWABLE" ? ("viewable" as const) : ("impression" as const),
      }))
      await recordViews(scope, views, header("user-agent"))
      return true
    },
    clickAd: async (_source, { token, slot }: { token: string; slot: number }, { scope, address, header }) => {
      await clicksPerMinute.take(address)
      await recordClick(scope, { token, slot, address, userAgent: header("user-agent") })
      // The same answer whether it was billed or not: nobody learns here what counts.
      return true
    },
  },
}
