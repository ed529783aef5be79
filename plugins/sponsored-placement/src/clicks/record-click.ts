import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import { budgetDay } from "../budget/budget-day"
import { adEventOf } from "../events/ad-event-of"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"
import { chargeKey, CLICK_TTL_MS, slotOf } from "../token/token"
import { chargeClick, type ClickOutcome } from "./charge-click"
import { isBot, suspicionOf, type Visit } from "./invalid-traffic"

export interface Click extends Omit<Visit, "bot"> {
  readonly token: string
  readonly slot: number
}

/**
 * A press on a served ad. The time of receipt decides the budget day.
 * @throws AD_TOKEN_INVALID | AD_TOKEN_EXPIRED, and counts nothing then
 */
export async function recordClick(container: MedusaContainer, click: Click): Promise<ClickOutcome> {
  const { tokens, events, options } = sponsoredOf(container)
  const at = clockOf(container).now()
  const auction = tokens.open(click.token, at.getTime(), CLICK_TTL_MS)
  const served = slotOf(auction, click.slot)
  const { auctionId, sessionHash } = auction
  const bot = isBot(click.userAgent, options.headlessIsBot)
  const key = chargeKey(auctionId, served.slot, served.adId)
  const outcome = await chargeClick(container, {
    chargeKey: key,
    auctionId,
    served,
    sessionHash,
    suspicion: suspicionOf({ ...click, bot }, { adId: served.adId, sessionHash, chargeKey: key }, at.getTime()),
    at,
    day: budgetDay(at, options.timeZone),
  })
  // Raw: every press, repeated and unbilled ones too. What is charged stays charged when the events' server is away.
  const raw = { at, day: budgetDay(at, options.timeZone), key: generateEntityId(undefined, "adclk"), bot }
  await events
    .keep([adEventOf("click", auction, served, raw)])
    .catch((error: unknown) => events.lost("a raw click", error))
  return outcome
}
