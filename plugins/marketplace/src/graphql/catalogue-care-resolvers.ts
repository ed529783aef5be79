import type { IResolvers } from "@graphql-tools/utils"
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import { badInput, callerId, cents, clockOf, type GraphqlContext, pageRequest } from "@gondola/kit"
import { readBuyBox, saveBuyBox } from "../buy-box/buy-box-store"
import { type BuyBoxSetting, STRATEGY_NAMES, strategyOf, type StrategyName } from "../buy-box/strategies"
import type { Weights } from "../buy-box/weighted"
import type { ProductSafety } from "../catalogue/draft"
import { mergeProducts, undoMerge } from "../catalogue/merge-products"
import { readCatalogue, type CatalogueFilter } from "../catalogue/read-catalogue"
import { changeRetailerPrices } from "../catalogue/set-prices"
import { readSetting, saveSetting } from "../catalogue/settings"
import { saveSafety } from "../catalogue/save-safety"
import { splitVariant } from "../catalogue/split-variant"
import { marketplaceError } from "../errors"
import { type ListingPolicy, REQUIREMENTS, type Requirement } from "../gates/listing-gates"
import { readPolicy, savePolicy } from "../gates/policy-store"
import { refreshGates } from "../gates/refresh-gates"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { falseBefore } from "../offers/before-price"
import { recordedPrices } from "../offers/refuse-false-before"
import { PROPOSAL_SETTING, type ProposalSetting } from "../proposals/propose-articles"
import { retailerOf } from "../retailer/retailer-of"
import { callerSeller, found } from "./callers"
import { sheetView } from "./sheet-view"

type Paging = { readonly page?: number | null; readonly pageSize?: number | null }

const DAY = 24 * 3600 * 1000

export const catalogueCareResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    async catalogueItems(_source, args: Paging & CatalogueFilter, context) {
      const { page, pageSize, ...range } = pageRequest(args)
      const { search, heldBy, source } = args
      const { rows, total } = await readCatalogue(context.scope, { search, heldBy, source }, range)
      return { items: rows, total, page, pageSize }
    },

    catalogueSheet: (_source, { id }: { id: string }, context) => sheetView(context, id),

    listingPolicy: (_source, _args, context) => readPolicy(context.scope),

    buyBoxSettings: (_source, _args, context) => settingsView(context),

    async buyBoxShare(_source, { days }: { days: number }, context) {
      const from = new Date(clockOf(context.scope).now().getTime() - Math.min(Math.max(days, 1), 400) * DAY)
      const knex = knexOf(context.scope)
      return knex("marketplace_buy_box_share")
        .where("at", ">=", from)
        .orderBy(["day", "at"])
        .select(
          knex.raw("to_char(day, 'YYYY-MM-DD') as day"),
          "strategy",
          "boxes",
          "retailer_boxes as retailerBoxes",
          "contested",
          "retailer_contested as retailerContested",
        ) as unknown as Promise<object[]>
    },

    async sellerOfferHistory(_source, { id }: { id: string }, context) {
      const seller = await callerSeller(context)
      const [offer] = await marketplaceOf(context.scope).listOffers({ id, seller_id: seller.id })
      const { currency } = found(offer, "This offer")
      const now = clockOf(context.scope).now()
      const points = (await recordedPrices(context.scope, [id])).get(id) ?? []
      const inForce = points.filter((_, at) => (points[at + 1]?.validFrom ?? now).getTime() > now.getTime() - 30 * DAY)
      const lowest = inForce.length ? Math.min(...inForce.map((point) => point.price)) : null
      return {
        points: points
          .filter((point) => point.validFrom.getTime() > now.getTime() - 366 * DAY)
          .map((point) => ({ ...point, price: { amount: point.price, currency } })),
        lowest30Days: lowest === null ? null : { amount: lowest, currency },
      }
    },
  },

  Mutation: {
    async mergeProducts(_source, merge: { fromId: string; intoId: string; reason: string }, context) {
      await mergeProducts(context.scope, { ...merge, actor: callerId(context) })
      return sheetView(context, merge.intoId)
    },

    async undoMerge(_source, { eventId }: { eventId: string }, context) {
      await undoMerge(context.scope, eventId, callerId(context))
      return true
    },

    async splitVariant(
      _source,
      split: { variantId: string; titleFr: string; titleEn: string; reason: string },
      context,
    ) {
      const { variantId, reason, titleFr, titleEn } = split
      const title = { fr: titleFr, en: titleEn }
      return sheetView(
        context,
        await splitVariant(context.scope, { variantId, title, reason, actor: callerId(context) }),
      )
    },

    async saveSheetSafety(
      _source,
      change: { productId: string; safety: ProductSafety; guaranteeMonths: number },
      context,
    ) {
      await saveSafety(context.scope, { ...change, actor: callerId(context) })
      return sheetView(context, change.productId)
    },

    async setProductStatus(_source, { productId, published }: { productId: string; published: boolean }, context) {
      await sheetView(context, productId)
      await updateProductsWorkflow(context.scope).run({
        input: { selector: { id: productId }, update: { status: published ? "published" : "draft" } },
      })
      // The subscriber does the same; who pressed the button sees it done.
      await refreshGates(context.scope, [productId])
      return sheetView(context, productId)
    },

    async setRetailerPrice(_source, args: { variantId: string; price: number; beforePrice?: number | null }, context) {
      const { variantId, beforePrice } = args
      const row = (await knexOf(context.scope)("product_variant as v")
        .join("marketplace_product_sheet as s", "s.product_id", "v.product_id")
        .where("v.id", variantId)
        .whereNull("s.owner_seller_id")
        .first("v.product_id as productId")) as { productId: string } | undefined
      const { productId } = found(row, "This catalogue variant")
      if (!Number.isSafeInteger(args.price) || args.price < 1) throw badInput("The price is an amount above 0")
      if (beforePrice) {
        const history = (await recordedPrices(context.scope, [variantId])).get(variantId) ?? []
        const said = { price: cents(args.price), before: cents(beforePrice) }
        const lie = falseBefore(history, said, clockOf(context.scope).now())
        if (lie) {
          const { currency } = (await retailerOf(context.scope)).setup
          const lowest = lie.lowest === null ? null : { amount: lie.lowest, currency }
          throw marketplaceError("FALSE_BEFORE_PRICE", lie.message, { lowest })
        }
      }
      await changeRetailerPrices(context.scope, [{ variantId, price: cents(args.price) }])
      return sheetView(context, productId)
    },

    async saveListingPolicy(_source, { policy }: { policy: ListingPolicy }, context) {
      const known = new Set<string>(REQUIREMENTS)
      const strange = policy.rules.find((rule) => !known.has(rule.requirement))
      if (strange) throw badInput(`There is no requirement ${strange.requirement}`)
      const rules = policy.rules.map((rule) => ({ ...rule, requirement: rule.requirement as Requirement }))
      await savePolicy(context.scope, { ...policy, rules }, callerId(context))
      return readPolicy(context.scope)
    },

    async saveBuyBoxSettings(_source, args: { strategy: string; weights: Weights; autoAccept: boolean }, context) {
      const actor = callerId(context)
      const setting: BuyBoxSetting = { strategy: args.strategy as StrategyName, weights: { ...args.weights } }
      await saveBuyBox(context.scope, setting, actor)
      const value: ProposalSetting = { autoAccept: args.autoAccept }
      await saveSetting(context.scope, { key: "proposals", value, actor })
      return settingsView(context)
    },
  },
}

async function settingsView(context: GraphqlContext) {
  const setting = await readBuyBox(context.scope)
  const { rule } = strategyOf(setting)
  const { autoAccept } = await readSetting(context.scope, "proposals", PROPOSAL_SETTING)
  return { ...setting, strategies: STRATEGY_NAMES, ruleFr: rule.fr, ruleEn: rule.en, autoAccept }
}
