import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { badInput, clockOf } from "@gondola/kit"
import { budgetDay } from "../budget/budget-day"
import { type CampaignState, getCampaign } from "../campaigns/campaign-rows"
import { sponsoredError } from "../errors"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"

export type CampaignMove = "approve" | "reject" | "pause" | "resume"

export interface CampaignStateChange {
  readonly campaignId: string
  /** Whose it must be; null for the operator. */
  readonly advertiserId: string | null
  readonly move: CampaignMove
  /** Why it was rejected: the advertiser reads it (P2B). */
  readonly reason?: string
}

const MOVES: Readonly<Record<CampaignMove, { from: readonly CampaignState[]; to: CampaignState }>> = {
  approve: { from: ["IN_REVIEW", "REJECTED"], to: "ACTIVE" },
  reject: { from: ["IN_REVIEW", "ACTIVE", "PAUSED"], to: "REJECTED" },
  pause: { from: ["ACTIVE"], to: "PAUSED" },
  resume: { from: ["PAUSED"], to: "ACTIVE" },
}

const moveCampaignStep = createStep(
  "move-campaign",
  async (change: CampaignStateChange, { container }) => {
    const { db, live, options } = sponsoredOf(container)
    const now = clockOf(container).now()
    const moment = { now, day: budgetDay(now, options.timeZone) }
    const campaign = await getCampaign(db, moment, change.advertiserId, change.campaignId)
    const { from, to } = MOVES[change.move]
    const reason = change.reason?.trim() || null
    if (change.move === "reject" && !reason) throw badInput("Say why: the advertiser reads it")
    const refused = () =>
      sponsoredError("CAMPAIGN_STATE", `A campaign that is ${campaign.state} cannot become ${to}; nothing was changed`)
    if (campaign.state === to) return new StepResponse(campaign.id, null)
    if (!from.includes(campaign.state)) throw refused()
    const moved = await db("sponsored_campaign")
      .where({ id: campaign.id, state: campaign.state })
      .update({ state: to, state_reason: reason })
    if (moved === 0) throw refused()
    if (to !== "ACTIVE") live.stop(campaign.id)
    live.invalidate()
    return new StepResponse(campaign.id, { id: campaign.id, state: campaign.state, state_reason: campaign.stateReason })
  },
  async (before, { container }) => {
    if (before) await sponsoredOf(container).db("sponsored_campaign").where({ id: before.id }).update(before)
  },
)

/** Approval, rejection, pause and resumption; doing it twice changes nothing. @throws NOT_FOUND | CAMPAIGN_STATE | BAD_INPUT */
export const setCampaignStateWorkflow = createWorkflow(
  "set-campaign-state",
  (input: CampaignStateChange) => new WorkflowResponse(moveCampaignStep(input)),
)
