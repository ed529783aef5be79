import DataLoader from "dataloader"
import type { IResolvers } from "@graphql-tools/utils"
import { clockOf, type GraphqlContext } from "@gondola/kit"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { groupBy } from "../read-model/group-by"
import { retailerOf } from "../retailer/retailer-of"
import type { TraderBlock } from "../retailer/trader"
import { type Closure, closureAt, nextClosure } from "../sellers/holidays/closure"
import { presentationOf, wordsIn } from "../sellers/presentation"
import { traderLoader } from "./loaders"
import { factsLoader } from "./seller-view"

/** Closures that are not over, by seller id. */
const closuresLoader = (context: GraphqlContext): DataLoader<string, Closure[]> =>
  context.once(
    "marketplace:closures",
    () =>
      new DataLoader<string, Closure[]>(async (ids) => {
        const rows = (await knexOf(context.scope)("marketplace_seller_holiday")
          .whereIn("seller_id", [...ids])
          .whereNull("cancelled_at")
          .where("until_at", ">", clockOf(context.scope).now())
          .select("seller_id as sellerId", "from_at as from", "until_at as until")) as (Closure & {
          sellerId: string
        })[]
        const of = groupBy(rows, (row) => row.sellerId)
        return ids.map((id) => of.get(id) ?? [])
      }),
  )

/** The page of a shop, and the closures that are told wherever its trader is. */
export const shopPageResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    async shopPage(_source, { handle, locale }: { handle: string; locale: "fr" | "en" }, context) {
      const { scope } = context
      if (handle === (await retailerOf(scope)).handle)
        return {
          trader: await traderLoader(context).load(null),
          open: true,
          since: null,
          words: wordsIn(presentationOf({}), locale),
          acceptsShopReturns: true,
        }
      // A shop that was suspended or closed keeps its page: buyers must still find who sold to them.
      const [seller] = await marketplaceOf(scope).listSellers({ handle, state: ["active", "suspended", "closed"] })
      if (!seller) return null
      const facts = await factsLoader(context).load(seller.id)
      const [first] = await marketplaceOf(scope).listSellerEvents(
        { seller_id: seller.id, to_state: "active" },
        { order: { at: "ASC" }, take: 1 },
      )
      return {
        trader: await traderLoader(context).load(seller.id),
        open: facts?.gates.length === 0,
        since: first?.at ?? null,
        words: wordsIn(presentationOf(seller.presentation), locale),
        acceptsShopReturns: seller.accepts_shop_returns,
      }
    },
  },

  Trader: {
    async closure({ sellerId }: TraderBlock, _args, context) {
      if (!sellerId) return null
      const now = clockOf(context.scope).now()
      const closures = await closuresLoader(context).load(sellerId)
      const present = closureAt(closures, now)
      const told = present ?? nextClosure(closures, now)
      return told && { from: told.from, until: told.until, now: present !== null }
    },
  },
}
