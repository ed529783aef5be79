import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { addDays, budgetDay } from "../budget/budget-day"
import { checkedTargets, type TargetDraft } from "../campaigns/campaign-input"
import { AdAuctionEntity } from "../events/entities"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"
import { priorWeight } from "../quality/weight"
import { readSettings } from "../settings/placement-settings"
import { estimate, type Estimate } from "./estimate"

const DAYS = 30
/** Different questions that are looked at, the most frequent first. */
const MOST_GROUPS = 50_000

export async function readEstimate(
  container: MedusaContainer,
  drafts: readonly TargetDraft[],
): Promise<Estimate & { floor: number }> {
  const { db, events, options } = sponsoredOf(container)
  const { floor } = await readSettings(db)
  const targets = checkedTargets(drafts, floor)
  const today = budgetDay(clockOf(container).now(), options.timeZone)
  const source = await events.source()
  const rows = await source
    .getRepository(AdAuctionEntity)
    .createQueryBuilder("a")
    .select("a.query", "query")
    .addSelect("a.categoryPath", "path")
    .addSelect("a.entryScore", "score")
    .addSelect("count(*)", "n")
    .where("a.day > :from", { from: addDays(today, -DAYS) })
    .groupBy("a.query")
    .addGroupBy("a.categoryPath")
    .addGroupBy("a.entryScore")
    .orderBy("n", "DESC")
    .limit(MOST_GROUPS)
    .getRawMany<{ query: string; path: string[]; score: string; n: string }>()
  const auctions = rows.map((row) => ({
    query: row.query,
    categoryPath: row.path,
    entryScore: Number(row.score),
    count: Number(row.n),
  }))
  return { ...estimate(auctions, targets, { weight: priorWeight(), floor }), floor }
}
