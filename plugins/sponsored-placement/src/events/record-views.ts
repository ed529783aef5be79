import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf } from "@gondola/kit"
import { budgetDay } from "../budget/budget-day"
import { isBot } from "../clicks/invalid-traffic"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"
import { slotOf, VIEW_TTL_MS } from "../token/token"
import { adEventOf } from "./ad-event-of"

export interface View {
  readonly token: string
  readonly slot: number
  readonly kind: "impression" | "viewable"
}

const MOST = 100

/**
 * Ads that came on screen, and those that stayed there. All are checked before one is kept; a repeated one changes
 * nothing, for its key comes from the auction and its partition from the day of serving.
 * @throws AD_TOKEN_INVALID | AD_TOKEN_EXPIRED | BAD_INPUT
 */
export async function recordViews(
  container: MedusaContainer,
  views: readonly View[],
  userAgent: string | undefined,
): Promise<void> {
  const { tokens, events, options } = sponsoredOf(container)
  if (views.length > MOST) throw badInput(`At most ${MOST} events a call`)
  const at = clockOf(container).now()
  await events.keep(
    views.map((view) => {
      const auction = tokens.open(view.token, at.getTime(), VIEW_TTL_MS)
      const served = slotOf(auction, view.slot)
      return adEventOf(view.kind, auction, served, {
        at,
        day: budgetDay(new Date(auction.issuedAt), options.timeZone),
        key: createHash("sha256")
          .update(`${auction.auctionId}\0${served.slot}\0${served.adId}\0${view.kind}`)
          .digest("base64url"),
        bot: isBot(userAgent, options.headlessIsBot),
      })
    }),
  )
}
