import type { GraphqlContext } from "@gondola/kit"
import type { Advertiser } from "../advertisers/advertiser-rows"
import { budgetDay } from "../budget/budget-day"
import { type BrandProduct, readProducts } from "../campaigns/brand-products"
import { type Campaign, type CampaignTarget, type Moment, productIdsOf, targetsOf } from "../campaigns/campaign-rows"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"

export const microMoney = (micros: number, currency: string) => ({ micros, currency })

export function momentOf({ scope, clock }: GraphqlContext): Moment {
  const now = clock.now()
  return { now, day: budgetDay(now, sponsoredOf(scope).options.timeZone) }
}

export const advertiserShape = (advertiser: Advertiser) => ({
  ...advertiser,
  wallet: microMoney(advertiser.balance, advertiser.currency),
})

/** Campaigns with their targets and products read together, and only when somebody asks. */
export function campaignShapes(context: GraphqlContext, campaigns: readonly Campaign[]) {
  const { db } = sponsoredOf(context.scope)
  const ids = campaigns.map((campaign) => campaign.id)
  let targets: Promise<Map<string, CampaignTarget[]>> | undefined
  let products: Promise<Map<string, BrandProduct[]>> | undefined
  return campaigns.map((campaign) => {
    const money = (micros: number) => microMoney(micros, campaign.currency)
    return {
      ...campaign,
      dailyBudget: money(campaign.dailyBudget),
      lifetimeBudget: money(campaign.lifetimeBudget),
      spent: money(campaign.spent),
      spentToday: money(campaign.spentToday),
      targets: async () =>
        ((await (targets ??= targetsOf(db, ids))).get(campaign.id) ?? []).map((t) => ({ ...t, bid: money(t.bid) })),
      products: async () => (await (products ??= productsOf(context, ids))).get(campaign.id) ?? [],
    }
  })
}

export const campaignShape = (context: GraphqlContext, campaign: Campaign) => campaignShapes(context, [campaign])[0]!

async function productsOf(
  { scope }: GraphqlContext,
  campaignIds: readonly string[],
): Promise<Map<string, BrandProduct[]>> {
  const ids = await productIdsOf(sponsoredOf(scope).db, campaignIds)
  const known = await readProducts(scope, [...new Set([...ids.values()].flat())])
  return new Map([...ids].map(([campaign, products]) => [campaign, products.flatMap((id) => known.get(id) ?? [])]))
}
