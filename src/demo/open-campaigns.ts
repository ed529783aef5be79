import { micros, type SignedIn } from "@gondola/kit"
import { createAdvertiserWorkflow, topUpWalletWorkflow } from "@gondola/sponsored-placement"
import { brands, PASSWORD } from "./content/house"
import { articles } from "./drafts"
import { campaigns } from "./content/campaigns"
import type { House } from "./open-house"
import type { Stage } from "./stage"

const EURO = 1_000_000

/** Two brands with money in their wallets; the operator approves all campaigns but the last, which waits. */
export async function openCampaigns(stage: Stage, { operator, products }: House): Promise<void> {
  stage.daysAgo(21)
  for (const { brand, ...advertiser } of brands) {
    const { result } = await createAdvertiserWorkflow(stage.container).run({
      input: { ...advertiser, brand, password: PASSWORD },
    })
    const member: SignedIn = { actor: "BRAND_MEMBER", id: result.memberId }
    await topUpWalletWorkflow(stage.container).run({
      input: { advertiserId: result.advertiserId, amountMicros: micros(400 * EURO), idempotencyKey: "demonstration" },
    })
    for (const { titles, targets, daily, lifetime, waits, ...campaign } of campaigns[brand] ?? []) {
      const productIds = titles.map((title) => products[articles.findIndex((one) => one.title[0] === title)]?.productId)
      const { createCampaign } = await stage.ask<{ createCampaign: { id: string } }>(
        member,
        "mutation($input: CampaignInput!) { createCampaign(input: $input) { id } }",
        {
          input: {
            ...campaign,
            productIds,
            dailyBudgetMicros: daily * EURO,
            lifetimeBudgetMicros: lifetime * EURO,
            targets: targets.map(([kind, value, bid]) => ({ kind, value, bidMicros: Math.round(bid * EURO) })),
          },
        },
      )
      if (!waits)
        await stage.ask(operator, "mutation($id: ID!) { approveCampaign(id: $id) { id } }", { id: createCampaign.id })
    }
  }
  stage.tell("the brands' campaigns run")
}
