import DataLoader from "dataloader"
import type { GraphqlContext } from "@gondola/kit"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { sellerTrader } from "../retailer/trader-of"
import { readSellerFacts, type SellerFacts } from "../sellers/read-facts"
import type { SellerRow } from "../sellers/seller-row"

/** `Seller` of the schema; `missing`, `offerCount` and `memberEmail` have their own resolvers. */
export const sellerView = (row: SellerRow) => ({
  id: row.id,
  handle: row.handle,
  name: row.name,
  state: row.state.toUpperCase(),
  stateReason: row.state_reason,
  trader: sellerTrader(row),
  email: row.email,
  acceptsShopReturns: row.accepts_shop_returns,
  appliedAt: row.applied_at,
  closingAt: row.closing_at,
})

/** Gates, checklist, closures by seller id. */
export const factsLoader = (context: GraphqlContext): DataLoader<string, SellerFacts | null> =>
  context.once(
    "marketplace:seller-facts",
    () =>
      new DataLoader<string, SellerFacts | null>(
        async (ids) => {
          const sellers = await marketplaceOf(context.scope).listSellers({ id: [...ids] }, { take: ids.length })
          const facts = await readSellerFacts(context.scope, sellers)
          return ids.map((id) => facts.get(id) ?? null)
        },
        // A mutation changes what the same request reads afterwards.
        { cache: false },
      ),
  )

export const offerCountLoader = (context: GraphqlContext): DataLoader<string, number> =>
  context.once(
    "marketplace:offer-counts",
    () =>
      new DataLoader<string, number>(async (ids) => {
        const rows = (await knexOf(context.scope)("marketplace_offer")
          .whereIn("seller_id", [...ids])
          .whereNull("deleted_at")
          .whereNot("state", "closed")
          .groupBy("seller_id")
          .select("seller_id as id")
          .count("id as n")) as { id: string; n: string }[]
        const counts = new Map(rows.map((row) => [row.id, Number(row.n)]))
        return ids.map((id) => counts.get(id) ?? 0)
      }),
  )

/** The owner's sign-in. */
export const ownerEmailLoader = (context: GraphqlContext): DataLoader<string, string | null> =>
  context.once(
    "marketplace:owner-emails",
    () =>
      new DataLoader<string, string | null>(async (ids) => {
        const members = await marketplaceOf(context.scope).listSellerMembers(
          { seller_id: [...ids], role: "owner" },
          { order: { created_at: "DESC" }, take: 1000 },
        )
        const emails = new Map(members.map((member) => [member.seller_id, member.email]))
        return ids.map((id) => emails.get(id) ?? null)
      }),
  )
