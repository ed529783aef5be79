import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { badInput, clockOf, notFound } from "@gondola/kit"
import { findAdvertiser } from "../advertisers/advertiser-rows"
import { ownedByBrand } from "../campaigns/brand-products"
import { checkedCampaign, type CampaignDraft } from "../campaigns/campaign-input"
import { sponsoredError } from "../errors"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"
import { priorWeight } from "../quality/weight"
import { readSettings } from "../settings/placement-settings"

export interface NewCampaign {
  readonly advertiserId: string
  readonly draft: CampaignDraft
}

const saveCampaignStep = createStep(
  "save-campaign",
  async ({ advertiserId, draft: raw }: NewCampaign, { container }) => {
    const { db } = sponsoredOf(container)
    const now = clockOf(container).now()
    const advertiser = await findAdvertiser(db, { id: advertiserId })
    if (!advertiser) throw notFound("This advertiser")
    // A workflow hands its input on as JSON: dates arrive as text.
    const date = (value: Date | string | null | undefined) => (value ? new Date(value) : null)
    const draft = { ...raw, startsAt: date(raw.startsAt), endsAt: date(raw.endsAt) }
    const campaign = checkedCampaign(draft, (await readSettings(db)).floor, now)
    const own = await ownedByBrand(container, advertiser.brand, campaign.productIds)
    const foreign = campaign.productIds.filter((id) => !own.has(id))
    if (foreign.length > 0)
      throw sponsoredError(
        "CAMPAIGN_PRODUCT",
        `Only products of ${advertiser.brand} that are on sale can be advertised`,
        {
          productIds: foreign,
        },
      )
    const handles = campaign.targets.filter((t) => t.kind === "CATEGORY").map((t) => t.words)
    if (handles.length > 0) {
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "product_category",
        fields: ["handle"],
        filters: { handle: handles },
      })
      const unknown = handles.find((handle) => !data.some((category) => category.handle === handle))
      if (unknown) throw badInput(`There is no category «${unknown}»`)
    }
    const id = generateEntityId(undefined, "camp")
    await db.transaction(async (trx) => {
      await trx("sponsored_campaign").insert({
        id,
        advertiser_id: advertiserId,
        name: campaign.name,
        state: "IN_REVIEW",
        daily_budget_micros: campaign.daily,
        lifetime_budget_micros: campaign.lifetime,
        starts_at: campaign.startsAt,
        ends_at: campaign.endsAt,
        created_at: now,
      })
      await trx("sponsored_target").insert(
        campaign.targets.map((target) => ({
          id: generateEntityId(undefined, "adtgt"),
          campaign_id: id,
          kind: target.kind,
          value: target.value,
          words: target.words,
          bid_micros: target.bid,
        })),
      )
      await trx("sponsored_ad").insert(
        campaign.productIds.map((productId) => ({
          id: generateEntityId(undefined, "ad"),
          campaign_id: id,
          product_id: productId,
          weight_ppm: priorWeight(),
        })),
      )
    })
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) await sponsoredOf(container).db("sponsored_campaign").where({ id }).delete()
  },
)

/**
 * A campaign that waits for the operator's approval.
 * @throws NOT_FOUND | BAD_INPUT | CAMPAIGN_BID | CAMPAIGN_BUDGET | CAMPAIGN_PRODUCT
 * @returns the campaign's id
 */
export const createCampaignWorkflow = createWorkflow(
  "create-campaign",
  (input: NewCampaign) => new WorkflowResponse(saveCampaignStep(input)),
)
