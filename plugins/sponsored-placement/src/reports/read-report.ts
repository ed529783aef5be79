import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, micros, type Micros } from "@gondola/kit"
import type { TargetKind } from "../ad-index/target"
import { addDays } from "../budget/budget-day"
import { INVALID } from "../clicks/invalid-traffic"
import { AdEventEntity } from "../events/entities"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"
import { targetLabel } from "./target-label"

export interface ReportScope {
  readonly advertiserId: string
  readonly campaignId: string | null
  /** Days, both counted. */
  readonly from: string
  readonly to: string
}

export interface ReportFigures {
  impressions: number
  viewable: number
  clicks: number
  billedClicks: number
  spend: Micros
}

export interface Report {
  readonly total: ReportFigures
  readonly days: ReadonlyMap<string, ReportFigures>
  readonly byTarget: ReadonlyMap<string, ReportFigures>
}

const MOST_DAYS = 366

/** @throws BAD_INPUT for a day that is none, or too long a time */
export function reportDays(today: string, from?: string | null, to?: string | null): { from: string; to: string } {
  const last = to ?? today
  const first = from ?? addDays(last, -29)
  for (const day of [first, last])
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
      throw badInput(`${day} is not a day: write YYYY-MM-DD`)
  if (first > last || addDays(first, MOST_DAYS) < last)
    throw badInput(`A report covers 1 to ${MOST_DAYS} days, the first one first`)
  return { from: first, to: last }
}

/** Views from the events, clicks and money from the billing records: the same that the ledger was written with. */
export async function readReport(container: MedusaContainer, scope: ReportScope): Promise<Report> {
  const [views, clicks] = await Promise.all([readViews(container, scope), readClicks(container, scope)])
  const days = new Map<string, ReportFigures>()
  for (let day = scope.from; day <= scope.to; day = addDays(day, 1)) days.set(day, nothing())
  const targets = new Map<string, ReportFigures>()
  const total = nothing()
  const into = (day: string, target: string) => {
    if (!targets.has(target)) targets.set(target, nothing())
    return [total, days.get(day)!, targets.get(target)!]
  }
  for (const view of views)
    for (const figures of into(view.day, view.target_id))
      figures[view.kind === "viewable" ? "viewable" : "impressions"] += Number(view.n)
  for (const click of clicks)
    for (const figures of into(click.day, click.target_id)) {
      figures.clicks += Number(click.valid)
      figures.billedClicks += Number(click.billed)
      figures.spend = micros(figures.spend + Number(click.spend))
    }
  return { total, days, byTarget: await labelled(container, targets) }
}

const nothing = (): ReportFigures => ({ impressions: 0, viewable: 0, clicks: 0, billedClicks: 0, spend: micros(0) })

async function readViews(container: MedusaContainer, scope: ReportScope) {
  const source = await sponsoredOf(container).events.source()
  const query = source
    .getRepository(AdEventEntity)
    .createQueryBuilder("e")
    .select("to_char(e.day, 'YYYY-MM-DD')", "day")
    .addSelect("e.targetId", "target_id")
    .addSelect("e.kind", "kind")
    .addSelect("count(*)", "n")
    .where("e.advertiserId = :advertiserId and e.day between :from and :to", scope)
    .andWhere("e.kind in ('impression', 'viewable') and not e.bot")
    .groupBy("e.day")
    .addGroupBy("e.targetId")
    .addGroupBy("e.kind")
  if (scope.campaignId) query.andWhere("e.campaignId = :campaignId", { campaignId: scope.campaignId })
  return query.getRawMany<{ day: string; target_id: string; kind: "impression" | "viewable"; n: string }>()
}

async function readClicks(container: MedusaContainer, scope: ReportScope) {
  const { db } = sponsoredOf(container)
  const query = db("sponsored_click")
    .where({ advertiser_id: scope.advertiserId })
    .whereBetween("day", [scope.from, scope.to])
    .groupBy("day", "target_id")
    .select("target_id", db.raw("day::text as day"))
    .select(db.raw("count(*) filter (where charged or not reason = any(?)) as valid", [[...INVALID]]))
    .select(db.raw("count(*) filter (where charged) as billed"))
    .select(db.raw("coalesce(sum(price_micros) filter (where charged), 0) as spend"))
  if (scope.campaignId) void query.where({ campaign_id: scope.campaignId })
  return (await query) as { day: string; target_id: string; valid: string; billed: string; spend: string }[]
}

/** Targets with the same words in several campaigns are one line, the largest spend first. */
async function labelled(
  container: MedusaContainer,
  targets: ReadonlyMap<string, ReportFigures>,
): Promise<Map<string, ReportFigures>> {
  const rows = (await sponsoredOf(container)
    .db("sponsored_target")
    .whereIn("id", [...targets.keys()])
    .select("id", "kind", "value")) as { id: string; kind: TargetKind; value: string }[]
  const labels = new Map(rows.map((row) => [row.id, targetLabel(row)]))
  const lines = new Map<string, ReportFigures>()
  for (const [id, figures] of targets) {
    const label = labels.get(id) ?? id
    const line = lines.get(label) ?? nothing()
    for (const key of ["impressions", "viewable", "clicks", "billedClicks"] as const) line[key] += figures[key]
    line.spend = micros(line.spend + figures.spend)
    lines.set(label, line)
  }
  return new Map([...lines].sort(([, a], [, b]) => b.spend - a.spend || b.impressions - a.impressions))
}
