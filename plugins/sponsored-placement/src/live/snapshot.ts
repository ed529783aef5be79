import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { micros, type Micros } from "@gondola/kit"
import { AdIndex, type IndexedBid } from "../ad-index/ad-index"
import type { TargetKind } from "../ad-index/target"
import { budgetDay } from "../budget/budget-day"
import { leftOf, type Purse } from "../budget/decide-charge"
import { readSettings, type PlacementSettings } from "../settings/placement-settings"

export interface LiveAd {
  readonly adId: string
  readonly campaignId: string
  readonly advertiserId: string
  readonly advertiserName: string
  readonly payer: string
}

export interface LiveTarget {
  readonly kind: TargetKind
  readonly value: string
}

export interface LiveCampaign {
  readonly no: number
  readonly advertiserId: string
  purse: Purse
}

/** All that may be shown, as of one version of the tables. */
export interface Snapshot {
  readonly version: number
  /** The calendar day whose daily budgets it counts. */
  readonly day: string
  /** When a campaign starts or ends by itself next. */
  readonly validUntil: Date | null
  readonly settings: PlacementSettings
  readonly index: AdIndex
  readonly ads: ReadonlyMap<number, LiveAd>
  readonly targets: ReadonlyMap<string, LiveTarget>
  readonly campaigns: ReadonlyMap<string, LiveCampaign>
}

export async function readVersion(db: Knex): Promise<number> {
  const row = (await db("sponsored_version").where({ id: 1 }).first("n")) as { n: string } | undefined
  return Number(row?.n ?? 0)
}

interface BidRow {
  ad_no: number
  ad_id: string
  product_id: string
  weight_ppm: number
  campaign_no: number
  campaign_id: string
  target_id: string
  kind: TargetKind
  value: string
  words: string
  bid_micros: string
  advertiser_id: string
  advertiser_no: number
  advertiser_name: string
  payer: string
  brand: string
}

/** The version is read first: a change in between makes the next look load again, never miss it. */
export async function loadSnapshot(db: Knex, now: Date, timeZone: string): Promise<Snapshot> {
  const version = await readVersion(db)
  const day = budgetDay(now, timeZone)
  const [settings, bids, campaigns, changes] = await Promise.all([
    readSettings(db),
    liveBids(db, now),
    livePurses(db, now, day),
    db("sponsored_campaign")
      .where({ state: "ACTIVE" })
      .select<{ starts_at: Date; ends_at: Date | null }[]>("starts_at", "ends_at"),
  ])
  const ads = new Map<number, LiveAd>()
  const targets = new Map<string, LiveTarget>()
  for (const row of bids) {
    targets.set(row.target_id, { kind: row.kind, value: row.value })
    ads.set(row.ad_no, {
      adId: row.ad_id,
      campaignId: row.campaign_id,
      advertiserId: row.advertiser_id,
      advertiserName: row.advertiser_name,
      payer: row.payer,
    })
  }
  const index = new AdIndex(bids.map(indexedBid))
  for (const campaign of campaigns.values()) index.setLeft(campaign.no, leftOf(campaign.purse))
  const next = changes
    .flatMap((c) => [c.starts_at, c.ends_at])
    .filter((at): at is Date => at !== null && at > now)
    .sort((a, b) => a.getTime() - b.getTime())[0]
  return { version, day, validUntil: next ?? null, settings, index, ads, targets, campaigns }
}

const indexedBid = (row: BidRow): IndexedBid => ({
  adNo: row.ad_no,
  campaignNo: row.campaign_no,
  advertiserNo: row.advertiser_no,
  productId: row.product_id,
  brand: row.brand,
  targetId: row.target_id,
  kind: row.kind,
  target: row.kind === "CATEGORY" ? [row.words] : row.words.split(" "),
  bid: micros(Number(row.bid_micros)),
  weight: row.weight_ppm,
})

/** Approved, running and within its dates. */
const running = (query: Knex.QueryBuilder, now: Date): Knex.QueryBuilder =>
  query
    .where("c.state", "ACTIVE")
    .where("c.starts_at", "<=", now)
    .where((q) => q.whereNull("c.ends_at").orWhere("c.ends_at", ">", now))

async function liveBids(db: Knex, now: Date): Promise<BidRow[]> {
  return (await running(
    db("sponsored_campaign as c")
      .join("sponsored_advertiser as v", "v.id", "c.advertiser_id")
      .join("sponsored_ad as a", "a.campaign_id", "c.id")
      .join("sponsored_target as t", "t.campaign_id", "c.id"),
    now,
  )
    .orderBy(["a.no", "t.id"])
    .select({
      ad_no: "a.no",
      ad_id: "a.id",
      product_id: "a.product_id",
      weight_ppm: "a.weight_ppm",
      campaign_no: "c.no",
      campaign_id: "c.id",
      target_id: "t.id",
      kind: "t.kind",
      value: "t.value",
      words: "t.words",
      bid_micros: "t.bid_micros",
      advertiser_id: "v.id",
      advertiser_no: "v.no",
      advertiser_name: "v.name",
      payer: "v.payer",
      brand: "v.brand",
    })) as BidRow[]
}

async function livePurses(db: Knex, now: Date, day: string): Promise<Map<string, LiveCampaign>> {
  const rows = (await running(
    db("sponsored_campaign as c").join("sponsored_advertiser as v", "v.id", "c.advertiser_id"),
    now,
  ).select("c.*", "v.balance_micros", db.raw("c.spend_day::text as spend_day_text"))) as Record<string, string>[]
  return new Map(
    rows.map((row) => [row.id!, { no: Number(row.no), advertiserId: row.advertiser_id!, purse: purseOf(row, day) }]),
  )
}

/** From a campaign's row beside its advertiser's balance; another day's spending does not count today. */
export function purseOf(row: Record<string, unknown>, day: string): Purse {
  const amount = (value: unknown): Micros => micros(Number(value))
  return {
    balance: amount(row.balance_micros),
    lifetimeBudget: amount(row.lifetime_budget_micros),
    spent: amount(row.spent_micros),
    dailyBudget: amount(row.daily_budget_micros),
    spentToday: row.spend_day_text === day ? amount(row.spent_day_micros) : amount(0),
    state: String(row.state),
  }
}
