import type { IResolvers } from "@graphql-tools/utils"
import { callerId, type GraphqlContext, pageRequest } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { type Advertiser, advertiserOfMember, findAdvertiser } from "../advertisers/advertiser-rows"
import type { CampaignDraft, TargetDraft } from "../campaigns/campaign-input"
import { searchBrandProducts } from "../campaigns/brand-products"
import { type CampaignState, findCampaign, getCampaign, listCampaigns } from "../campaigns/campaign-rows"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"
import { readEstimate } from "../reports/read-estimate"
import { readReport, reportDays, type ReportFigures } from "../reports/read-report"
import { createCampaignWorkflow } from "../workflows/create-campaign"
import { type CampaignMove, setCampaignStateWorkflow } from "../workflows/set-campaign-state"
import { topUpWalletWorkflow } from "../workflows/top-up-wallet"
import { advertiserShape, campaignShape, campaignShapes, microMoney, momentOf } from "./shapes"

interface PageArgs {
  page?: number | null
  pageSize?: number | null
}

/** The caller's own advertiser, once a request: all that a brand reads or writes starts here. */
const mine = (context: GraphqlContext): Promise<Advertiser> =>
  context.once("sponsored.advertiser", () => advertiserOfMember(sponsoredOf(context.scope).db, callerId(context)))

async function move(context: GraphqlContext, campaignId: string, change: CampaignMove) {
  const { id: advertiserId } = await mine(context)
  await setCampaignStateWorkflow(context.scope).run({ input: { campaignId, advertiserId, move: change } })
  return ownCampaign(context, advertiserId, campaignId)
}

const ownCampaign = async (context: GraphqlContext, advertiserId: string, id: string) =>
  campaignShape(context, await getCampaign(sponsoredOf(context.scope).db, momentOf(context), advertiserId, id))

const figures = ({ impressions, clicks, spend }: ReportFigures, currency: string) => ({
  impressions,
  clicks,
  spend: microMoney(spend, currency),
})

export const brandResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    advertiser: async (_source, _args, context) => advertiserShape(await mine(context)),
    advertisableProducts: async (_source, args: PageArgs & { search?: string | null }, context) => {
      const { page, pageSize, skip, take } = pageRequest(args)
      const { brand } = await mine(context)
      return {
        ...(await searchBrandProducts(context.scope, brand, { search: args.search, skip, take })),
        page,
        pageSize,
      }
    },
    campaigns: async (_source, args: PageArgs & { state?: CampaignState | null }, context) => {
      const { page, pageSize, skip, take } = pageRequest(args)
      const { id: advertiserId } = await mine(context)
      const filter = { advertiserId, state: args.state, skip, take }
      const { items, total } = await listCampaigns(sponsoredOf(context.scope).db, momentOf(context), filter)
      return { items: campaignShapes(context, items), total, page, pageSize }
    },
    campaign: async (_source, { id }: { id: string }, context) => {
      const { id: advertiserId } = await mine(context)
      const campaign = await findCampaign(sponsoredOf(context.scope).db, momentOf(context), advertiserId, id)
      return campaign && campaignShape(context, campaign)
    },
    campaignEstimate: async (_source, { targets }: { targets: TargetDraft[] }, context) => {
      const { currency } = await mine(context)
      const { eligibleViews, medianWinningBid, floor } = await readEstimate(context.scope, targets)
      return {
        eligibleViews,
        floor: microMoney(floor, currency),
        medianWinningBid: microMoney(medianWinningBid, currency),
      }
    },
    adReport: async (
      _source,
      args: { campaignId?: string | null; from?: string | null; to?: string | null },
      context,
    ) => {
      const { id: advertiserId, currency } = await mine(context)
      const { db } = sponsoredOf(context.scope)
      if (args.campaignId) await getCampaign(db, momentOf(context), advertiserId, args.campaignId)
      const days = reportDays(momentOf(context).day, args.from, args.to)
      const report = await readReport(context.scope, { advertiserId, campaignId: args.campaignId ?? null, ...days })
      const { total } = report
      return {
        ...days,
        ...total,
        ctr: total.impressions === 0 ? 0 : (100 * total.clicks) / total.impressions,
        averageCpc: microMoney(total.billedClicks === 0 ? 0 : Math.round(total.spend / total.billedClicks), currency),
        spend: microMoney(total.spend, currency),
        days: [...report.days].map(([day, of]) => ({ day, ...figures(of, currency) })),
        byTarget: [...report.byTarget].map(([target, of]) => ({ target, ...figures(of, currency) })),
      }
    },
    walletEntries: async (_source, args: PageArgs, context) => {
      const { page, pageSize, skip, take } = pageRequest(args)
      const { id: party, currency } = await mine(context)
      const ledger: LedgerModuleService = context.scope.resolve(LEDGER_MODULE)
      const { rows, total } = await ledger.listEntries(
        { account: "advertising_wallet", party, currency },
        { skip, take },
      )
      const items = rows.map((row) => ({
        id: row.id,
        at: row.occurredAt,
        kind: row.kind,
        description: row.description,
        // The book credits what it owes: a top-up is positive for the advertiser.
        amount: microMoney(-row.amount, row.currency),
      }))
      return { items, total, page, pageSize }
    },
  },
  Mutation: {
    createCampaign: async (_source, { input }: { input: CampaignDraft }, context) => {
      const { id: advertiserId } = await mine(context)
      const { result } = await createCampaignWorkflow(context.scope).run({ input: { advertiserId, draft: input } })
      return ownCampaign(context, advertiserId, result)
    },
    pauseCampaign: (_source, { id }: { id: string }, context) => move(context, id, "pause"),
    resumeCampaign: (_source, { id }: { id: string }, context) => move(context, id, "resume"),
    topUpWallet: async (_source, args: { amountMicros: number; idempotencyKey: string }, context) => {
      const { id: advertiserId } = await mine(context)
      await topUpWalletWorkflow(context.scope).run({ input: { advertiserId, ...args } })
      return advertiserShape((await findAdvertiser(sponsoredOf(context.scope).db, { id: advertiserId }))!)
    },
  },
  Advertiser: {
    spentToday: async (advertiser: { id: string; currency: string }, _args, context: GraphqlContext) => {
      const row = (await sponsoredOf(context.scope)
        .db("sponsored_campaign")
        .where({ advertiser_id: advertiser.id, spend_day: momentOf(context).day })
        .sum("spent_day_micros as n")
        .first()) as { n: string | null }
      return microMoney(Number(row.n ?? 0), advertiser.currency)
    },
  },
}
