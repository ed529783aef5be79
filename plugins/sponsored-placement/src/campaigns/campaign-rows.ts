import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { micros, notFound, type Micros } from "@gondola/kit"
import type { TargetKind } from "../ad-index/target"

export type CampaignState = "IN_REVIEW" | "ACTIVE" | "PAUSED" | "REJECTED" | "ENDED"

export interface Campaign {
  readonly id: string
  readonly advertiserId: string
  readonly advertiserName: string
  readonly currency: string
  readonly name: string
  readonly state: CampaignState
  readonly stateReason: string | null
  readonly dailyBudget: Micros
  readonly lifetimeBudget: Micros
  readonly spent: Micros
  readonly spentToday: Micros
  readonly startsAt: Date
  readonly endsAt: Date | null
}

export interface CampaignTarget {
  readonly id: string
  readonly kind: TargetKind
  readonly value: string
  readonly bid: Micros
}

/** A campaign ends by its date, without anybody writing it down. */
const STATE_NOW = `case when c.state in ('ACTIVE', 'PAUSED') and c.ends_at <= ? then 'ENDED' else c.state end`

export interface Moment {
  readonly now: Date
  /** The budget day of `now`. */
  readonly day: string
}

function campaigns(db: Knex, { now, day }: Moment, advertiserId: string | null): Knex.QueryBuilder {
  const query = db("sponsored_campaign as c")
    .join("sponsored_advertiser as v", "v.id", "c.advertiser_id")
    .select("c.*", "v.name as advertiser_name", "v.currency")
    .select(db.raw(`${STATE_NOW} as state_now`, [now]))
    .select(db.raw(`case when c.spend_day = ? then c.spent_day_micros else 0 end as spent_today`, [day]))
  return advertiserId === null ? query : query.where("c.advertiser_id", advertiserId)
}

const campaignOf = (row: Record<string, never>): Campaign => ({
  id: row.id!,
  advertiserId: row.advertiser_id!,
  advertiserName: row.advertiser_name!,
  currency: row.currency!,
  name: row.name!,
  state: row.state_now!,
  stateReason: row.state_reason ?? null,
  dailyBudget: micros(Number(row.daily_budget_micros)),
  lifetimeBudget: micros(Number(row.lifetime_budget_micros)),
  spent: micros(Number(row.spent_micros)),
  spentToday: micros(Number(row.spent_today)),
  startsAt: new Date(row.starts_at!),
  endsAt: row.ends_at ? new Date(row.ends_at) : null,
})

/** @param advertiserId null: of all, for the operator */
export async function findCampaign(
  db: Knex,
  moment: Moment,
  advertiserId: string | null,
  id: string,
): Promise<Campaign | null> {
  const row = (await campaigns(db, moment, advertiserId).where("c.id", id).first()) as Record<string, never> | undefined
  return row ? campaignOf(row) : null
}

/** @throws NOT_FOUND also when it is somebody else's */
export async function getCampaign(
  db: Knex,
  moment: Moment,
  advertiserId: string | null,
  id: string,
): Promise<Campaign> {
  const campaign = await findCampaign(db, moment, advertiserId, id)
  if (!campaign) throw notFound("This campaign")
  return campaign
}

export async function listCampaigns(
  db: Knex,
  moment: Moment,
  filter: { advertiserId: string | null; state?: CampaignState | null; skip: number; take: number },
): Promise<{ items: Campaign[]; total: number }> {
  const query = campaigns(db, moment, filter.advertiserId)
  if (filter.state) void query.whereRaw(`${STATE_NOW} = ?`, [moment.now, filter.state])
  const [count] = (await query.clone().clearSelect().count("c.id as n")) as { n: string }[]
  const rows = (await query
    .orderBy([
      { column: "c.created_at", order: "desc" },
      { column: "c.id", order: "desc" },
    ])
    .offset(filter.skip)
    .limit(filter.take)) as Record<string, never>[]
  return { items: rows.map(campaignOf), total: Number(count?.n ?? 0) }
}

export async function targetsOf(db: Knex, campaignIds: readonly string[]): Promise<Map<string, CampaignTarget[]>> {
  const rows = (await db("sponsored_target")
    .whereIn("campaign_id", [...campaignIds])
    .orderBy("id")) as Record<string, never>[]
  return grouped(rows, (row) => ({
    id: row.id!,
    kind: row.kind!,
    value: row.value!,
    bid: micros(Number(row.bid_micros)),
  }))
}

export async function productIdsOf(db: Knex, campaignIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = (await db("sponsored_ad")
    .whereIn("campaign_id", [...campaignIds])
    .orderBy("no")) as Record<string, never>[]
  return grouped(rows, (row): string => row.product_id!)
}

function grouped<T>(rows: readonly Record<string, never>[], pick: (row: Record<string, never>) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.campaign_id!)
    if (group) group.push(pick(row))
    else groups.set(row.campaign_id!, [pick(row)])
  }
  return groups
}
