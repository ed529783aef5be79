import type { IResolvers } from "@graphql-tools/utils"
import { callerId, cents, GondolaError, type GraphqlContext, pageRequest, rateLimit } from "@gondola/kit"
import { marketplaceOf } from "../modules/marketplace/resolve"
import type { Condition, OfferState } from "../offers/offer-draft"
import { saveOffers } from "../offers/save-offers"
import { setOfferState } from "../offers/set-offer-state"
import { readRuns } from "../imports/read-imports"
import { type OfferSort, readSellerOffers } from "../read-model/read-seller-offers"
import type { SellerApplication } from "../sellers/application/application"
import type { SellerState } from "../sellers/seller-row"
import { applyAsSeller } from "../workflows/apply-as-seller"
import { approveSeller } from "../workflows/approve-seller"
import { rejectSeller, suspendSeller } from "../workflows/withdraw-seller"
import { callerSeller, found } from "./callers"
import { offerFilter, type OfferFilterInput, runView } from "./import-resolvers"
import type { Text } from "../catalogue/draft"
import type { Locale } from "./catalogue-view"
import { sellerOfferViews } from "./seller-offer-view"
import { factsLoader, offerCountLoader, ownerEmailLoader, sellerView } from "./seller-view"

interface OfferTitles {
  readonly titles: Text
  readonly variantTitles: Text | null
}

interface PageArgs {
  readonly page?: number | null
  readonly pageSize?: number | null
  readonly search?: string | null
}

interface OfferInput {
  readonly gtin: string
  readonly sku: string
  readonly condition: Condition
  readonly price: number
  readonly currency: string
  readonly stock: number
  readonly leadTimeDays: number
  readonly beforePrice?: number | null
  readonly state?: keyof typeof OFFER_STATES | null
}

/** What a seller may ask for; `PENDING` is ours to say. */
const OFFER_STATES = {
  DRAFT: "draft",
  PENDING: "active",
  ACTIVE: "active",
  PAUSED: "paused",
  CLOSED: "closed",
} as const

type SellerView = ReturnType<typeof sellerView>

/** Each application costs a password hash and tells whether a password fits an e-mail: few an hour. */
const byAddress = rateLimit("seller-application-address", 30, 3600)
const byEmail = rateLimit("seller-application-email", 10, 3600)

export const sellerResolvers: IResolvers<unknown, GraphqlContext> = {
  SellerOffer: {
    productTitle: ({ titles }: OfferTitles, { locale }: { locale: Locale }) => titles[locale],
    variantTitle: ({ variantTitles }: OfferTitles, { locale }: { locale: Locale }) => variantTitles?.[locale] ?? null,
  },
  Query: {
    sellerAccount: async (_source, _args, context) => sellerView(await callerSeller(context)),

    async sellerOffers(_source, args: PageArgs & OfferFilterInput & { sort?: OfferSort | null }, context) {
      const seller = await callerSeller(context)
      const { page, pageSize, skip, take } = pageRequest(args)
      const { rows, total } = await readSellerOffers(
        context.scope,
        { sellerId: seller.id, ...offerFilter(args), sort: args.sort },
        { skip, take },
      )
      return { items: await sellerOfferViews(context, seller, rows), total, page, pageSize }
    },

    async sellers(_source, args: PageArgs & { state?: string | null }, context) {
      const { page, pageSize, skip, take } = pageRequest(args)
      const like = args.search?.trim() && `%${args.search.trim().replace(/[\\%_]/g, "\\$&")}%`
      const [rows, total] = await marketplaceOf(context.scope).listAndCountSellers(
        {
          ...(args.state ? { state: args.state.toLowerCase() as SellerState } : {}),
          ...(like
            ? { $or: [{ name: { $ilike: like } }, { legal_name: { $ilike: like } }, { email: { $ilike: like } }] }
            : {}),
        },
        { skip, take, order: { applied_at: "DESC", id: "DESC" } },
      )
      return { items: rows.map(sellerView), total, page, pageSize }
    },

    async importRuns(_source, args: PageArgs, context) {
      const { page, pageSize, skip, take } = pageRequest(args)
      const { rows, total } = await readRuns(context.scope, {}, { skip, take })
      return { items: rows.map(runView), total, page, pageSize }
    },
  },

  Mutation: {
    async applyAsSeller(_source, { input }: { input: SellerApplication }, context) {
      await byAddress.take(context.address)
      await byEmail.take(input.email)
      const { sellerId } = await applyAsSeller(context.scope, input)
      const [made] = await marketplaceOf(context.scope).listSellers({ id: sellerId })
      return { sellerId, state: found(made, "This seller").state.toUpperCase() }
    },

    async saveOffer(_source, { input }: { input: OfferInput }, context) {
      const seller = await callerSeller(context, "catalogue")
      const [saved] = await saveOffers(context.scope, seller.id, [
        {
          ...input,
          price: cents(input.price),
          before: input.beforePrice ? cents(input.beforePrice) : null,
          state: input.state ? OFFER_STATES[input.state] : undefined,
        },
      ])
      const result = found(saved, "This offer")
      if (!result.ok)
        throw new GondolaError(result.code, result.message, result.lowest ? { details: { lowest: result.lowest } } : {})
      return oneSellerOffer(context, "offerId" in result ? result.offerId : "")
    },

    async setOfferState(_source, { id, state }: { id: string; state: string }, context) {
      const seller = await callerSeller(context, "catalogue")
      await setOfferState(context.scope, seller.id, { offerId: id, state: state.toLowerCase() as OfferState })
      return oneSellerOffer(context, id)
    },

    async approveSeller(_source, { id }: { id: string }, context) {
      await approveSeller(context.scope, { sellerId: id, actor: callerId(context) })
      return oneSeller(context, id)
    },

    async rejectSeller(_source, { id, reason }: { id: string; reason: string }, context) {
      await rejectSeller(context.scope, { sellerId: id, reason, actor: callerId(context) })
      return oneSeller(context, id)
    },

    async suspendSeller(_source, { id, reason, ground }: { id: string; reason: string; ground: string }, context) {
      const law = ground === "LAW" ? "law" : "terms"
      await suspendSeller(context.scope, { sellerId: id, reason, ground: law, actor: callerId(context) })
      return oneSeller(context, id)
    },
  },

  Seller: {
    missing: async (seller: SellerView, _args, context) => (await factsLoader(context).load(seller.id))?.gates ?? [],
    offerCount: (seller: SellerView, _args, context) => offerCountLoader(context).load(seller.id),
    memberEmail: async (seller: SellerView, _args, context) =>
      (await ownerEmailLoader(context).load(seller.id)) ?? seller.email,
  },
}

async function oneSeller(context: GraphqlContext, id: string) {
  const [seller] = await marketplaceOf(context.scope).listSellers({ id })
  return sellerView(found(seller, "This seller"))
}

async function oneSellerOffer(context: GraphqlContext, offerId: string) {
  const seller = await callerSeller(context)
  const { rows } = await readSellerOffers(context.scope, { sellerId: seller.id, ids: [offerId] }, { skip: 0, take: 1 })
  const [view] = await sellerOfferViews(context, seller, rows)
  return found(view, "This offer")
}
