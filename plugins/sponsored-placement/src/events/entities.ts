import { EntitySchema } from "typeorm"

export const AD_SCHEMA = "gondola_ads"

export type AdEventKind = "impression" | "viewable" | "click"

export interface AdEvent {
  /** The day the ad was served, retailer's zone: a repeated event meets itself in the same partition. */
  readonly day: string
  /** Of auction, slot, ad and kind; clicks are all kept, each with a key of its own. */
  readonly key: string
  readonly kind: AdEventKind
  readonly auctionId: string
  readonly slot: number
  readonly adId: string
  readonly campaignId: string
  readonly advertiserId: string
  readonly targetId: string
  readonly productId: string
  readonly at: Date
  /** By its user agent: kept and not counted. */
  readonly bot: boolean
}

export const AdEventEntity = new EntitySchema<AdEvent>({
  name: "AdEvent",
  schema: AD_SCHEMA,
  tableName: "ad_event",
  columns: {
    day: { type: "date", primary: true },
    key: { type: "text", primary: true },
    kind: { type: "text" },
    auctionId: { type: "text", name: "auction_id" },
    slot: { type: "int" },
    adId: { type: "text", name: "ad_id" },
    campaignId: { type: "text", name: "campaign_id" },
    advertiserId: { type: "text", name: "advertiser_id" },
    targetId: { type: "text", name: "target_id" },
    productId: { type: "text", name: "product_id" },
    at: { type: "timestamptz" },
    bot: { type: "boolean" },
  },
})

/** One page that asked for ads, with enough to hold its auction again. No word about who looked at it. */
export interface AdAuction {
  readonly day: string
  readonly id: string
  readonly at: Date
  readonly query: string
  readonly categoryPath: readonly string[]
  /** Score a bid had to beat to get a place; 0 while one was free. */
  readonly entryScore: string
  readonly seed: string
  readonly winners: readonly { ad: number; slot: number; price: number; score: number }[]
}

export const AdAuctionEntity = new EntitySchema<AdAuction>({
  name: "AdAuction",
  schema: AD_SCHEMA,
  tableName: "ad_auction",
  columns: {
    day: { type: "date", primary: true },
    id: { type: "text", primary: true },
    at: { type: "timestamptz" },
    query: { type: "text" },
    categoryPath: { type: "text", array: true, name: "category_path" },
    entryScore: { type: "bigint", name: "entry_score" },
    seed: { type: "bigint" },
    winners: { type: "jsonb" },
  },
})
