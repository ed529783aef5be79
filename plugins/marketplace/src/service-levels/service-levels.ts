import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import { acceptBy, type OrderPolicy, readOrderPolicy } from "../order-policy/order-policy"
import {
  type Breach,
  breachesOf,
  levelFigures,
  type LevelFigures,
  type PartFacts,
  type Said,
  type Standing,
  standingOf,
} from "./levels"

const DAY = 86_400_000

export interface ServiceLevels {
  readonly from: Date
  readonly until: Date
  readonly orders: number
  readonly figures: LevelFigures
  readonly breaches: readonly Breach[]
  readonly standing: Standing
}

/** One seller's levels over the window that ends now, against the operator's limits. */
export async function serviceLevels(container: MedusaContainer, sellerId: string, now: Date): Promise<ServiceLevels> {
  const policy = await readOrderPolicy(container)
  return levelsWith(container, sellerId, { policy, now })
}

export async function levelsWith(
  container: MedusaContainer,
  sellerId: string,
  { policy, now }: { readonly policy: OrderPolicy; readonly now: Date },
): Promise<ServiceLevels> {
  const from = new Date(now.getTime() - policy.levels.windowDays * DAY)
  const [parts, said] = await Promise.all([
    readParts(container, sellerId, { from, now, policy }),
    readSaid(container, sellerId, from),
  ])
  const figures = levelFigures(parts, said, { now, minimum: policy.levels.minimumOrders })
  const breaches = breachesOf(figures, policy.levels)
  return { from, until: now, orders: parts.length, figures, breaches, standing: standingOf(breaches) }
}

interface PartRow {
  readonly placed_at: Date
  readonly accepted_at: Date | null
  readonly promised_by: Date
  readonly kept: number
  readonly sent: number
  readonly last_sent: Date | null
  readonly refused: boolean
  readonly delivered: number
  readonly returned: number
  readonly incident: boolean
}

async function readParts(
  container: MedusaContainer,
  sellerId: string,
  { from, now, policy }: { readonly from: Date; readonly now: Date; readonly policy: OrderPolicy },
): Promise<PartFacts[]> {
  const { rows } = (await knexOf(container).raw(
    `select s.placed_at, s.accepted_at, s.promised_by,
       lines.units - coalesce(gone.units, 0) as kept, coalesce(sent.units, 0)::int as sent, sent.last_sent,
       coalesce(gone.refused, false) as refused, coalesce(sent.delivered, 0)::int as delivered,
       coalesce(back.units, 0)::int as returned,
       exists (select 1 from marketplace_dispute d where d.seller_order_id = s.id and d.opened_by = 'SHOPPER') as incident
     from marketplace_seller_order s
     join lateral (select sum(l.quantity)::int as units from marketplace_seller_order_line l
       where l.seller_order_id = s.id) lines on true
     left join lateral (select sum(rl.quantity)::int as units, bool_or(r.kind in ('REFUSAL', 'EXPIRY')) as refused
       from marketplace_redress r join marketplace_redress_line rl on rl.redress_id = r.id
       where r.seller_order_id = s.id) gone on true
     left join lateral (select sum(pl.quantity)::int as units, max(p.shipped_at) as last_sent,
         sum(pl.quantity) filter (where p.state = 'delivered') as delivered
       from marketplace_parcel p join marketplace_parcel_line pl on pl.parcel_id = p.id
       where p.seller_order_id = s.id and p.state <> 'preparing') sent on true
     left join lateral (select sum(i.return_received_quantity + i.return_dismissed_quantity) as units
       from marketplace_seller_order_line l
       join "order" o on o.id = l.order_id
       join order_item i on i.order_id = o.id and i.version = o.version and i.item_id = l.line_id and i.deleted_at is null
       where l.seller_order_id = s.id) back on true
     where s.seller_id = :seller and s.placed_at > :from and s.placed_at <= :now`,
    { seller: sellerId, from, now },
  )) as { rows: PartRow[] }
  return rows.map((row) => ({
    placedAt: row.placed_at,
    acceptBy: acceptBy(row.placed_at, policy),
    acceptedAt: row.accepted_at,
    promisedBy: row.promised_by,
    kept: row.kept,
    sentAt: row.kept > 0 && row.sent >= row.kept ? row.last_sent : null,
    refused: row.refused,
    delivered: row.delivered,
    returned: row.returned,
    incident: row.incident,
  }))
}

async function readSaid(container: MedusaContainer, sellerId: string, from: Date): Promise<Said[]> {
  return (await knexOf(container)("marketplace_message as m")
    .join("marketplace_thread as t", "t.seller_order_id", "m.seller_order_id")
    .where("t.seller_id", sellerId)
    .where("m.at", ">", from)
    .select("m.seller_order_id as thread", "m.side", "m.at")) as Said[]
}
