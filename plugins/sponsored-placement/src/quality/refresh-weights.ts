import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { addDays, budgetDay } from "../budget/budget-day"
import { AdEventEntity } from "../events/entities"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"
import { weightOf } from "./weight"

const DAYS = 30

/** Learns each ad's click rate from what was seen and pressed in thirty days. @returns how many weights changed */
export async function refreshWeights(container: MedusaContainer): Promise<number> {
  const { db, events, options, live } = sponsoredOf(container)
  const from = addDays(budgetDay(clockOf(container).now(), options.timeZone), -DAYS)
  const source = await events.source()
  const seen = await source
    .getRepository(AdEventEntity)
    .createQueryBuilder("e")
    .select("e.adId", "id")
    .addSelect("count(*)", "n")
    .where("e.day > :from and e.kind = 'viewable' and not e.bot", { from })
    .groupBy("e.adId")
    .getRawMany<{ id: string; n: string }>()
  const pressed = (await db("sponsored_click")
    .where("day", ">", from)
    .where({ charged: true })
    .groupBy("ad_id")
    .select("ad_id as id")
    .count("* as n")) as { id: string; n: string }[]
  const clicks = new Map(pressed.map((row) => [row.id, Number(row.n)]))
  const views = new Map(seen.map((row) => [row.id, Number(row.n)]))
  const ads = (await db("sponsored_ad").select("id", "weight_ppm")) as { id: string; weight_ppm: number }[]
  const changed = ads
    .map((ad) => ({
      id: ad.id,
      before: ad.weight_ppm,
      weight: weightOf(clicks.get(ad.id) ?? 0, views.get(ad.id) ?? 0),
    }))
    .filter((ad) => ad.weight !== ad.before)
  if (changed.length === 0) return 0
  await db.raw(
    `update sponsored_ad a set weight_ppm = x.w from unnest(?::text[], ?::int[]) as x (id, w) where a.id = x.id`,
    [changed.map((ad) => ad.id), changed.map((ad) => ad.weight)],
  )
  live.invalidate()
  return changed.length
}
