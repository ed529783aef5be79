import type { ServedAuction, ServedSlot } from "../token/token"
import type { AdEvent, AdEventKind } from "./entities"

export const adEventOf = (
  kind: AdEventKind,
  auction: ServedAuction,
  served: ServedSlot,
  rest: Pick<AdEvent, "at" | "day" | "key" | "bot">,
): AdEvent => ({
  ...rest,
  kind,
  auctionId: auction.auctionId,
  slot: served.slot,
  adId: served.adId,
  campaignId: served.campaignId,
  advertiserId: served.advertiserId,
  targetId: served.targetId,
  productId: served.productId,
})
