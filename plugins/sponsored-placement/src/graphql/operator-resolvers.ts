import type { IResolvers } from "@graphql-tools/utils"
import { type GraphqlContext, micros, pageRequest } from "@gondola/kit"
import { type CampaignState, getCampaign, listCampaigns } from "../campaigns/campaign-rows"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"
import { readSettings, saveSettings } from "../settings/placement-settings"
import { setCampaignStateWorkflow } from "../workflows/set-campaign-state"
import { campaignShape, campaignShapes, microMoney, momentOf } from "./shapes"

async function decide(
  context: GraphqlContext,
  change: { campaignId: string; move: "approve" | "reject"; reason?: string },
) {
  await setCampaignStateWorkflow(context.scope).run({ input: { advertiserId: null, ...change } })
  return campaignShape(
    context,
    await getCampaign(sponsoredOf(context.scope).db, momentOf(context), null, change.campaignId),
  )
}

async function settings({ scope }: GraphqlContext) {
  const { floor, ...rest } = await readSettings(sponsoredOf(scope).db)
  return { ...rest, floor: microMoney(floor, "EUR") }
}

interface SettingsInput {
  floorMicros: number
  searchSlots: number[]
  categorySlots: number[]
  maxPerBrand: number
}

export const operatorResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    allCampaigns: async (
      _source,
      args: { page?: number | null; pageSize?: number | null; state?: CampaignState | null },
      context,
    ) => {
      const { page, pageSize, skip, take } = pageRequest(args)
      const filter = { advertiserId: null, state: args.state, skip, take }
      const { items, total } = await listCampaigns(sponsoredOf(context.scope).db, momentOf(context), filter)
      return { items: campaignShapes(context, items), total, page, pageSize }
    },
    placementSettings: (_source, _args, context) => settings(context),
  },
  Mutation: {
    approveCampaign: (_source, { id }: { id: string }, context) => decide(context, { campaignId: id, move: "approve" }),
    rejectCampaign: (_source, { id, reason }: { id: string; reason: string }, context) =>
      decide(context, { campaignId: id, move: "reject", reason }),
    savePlacementSettings: async (_source, { input }: { input: SettingsInput }, context) => {
      const { db, live } = sponsoredOf(context.scope)
      await saveSettings(db, { ...input, floor: micros(input.floorMicros) })
      live.invalidate()
      return settings(context)
    },
  },
}
