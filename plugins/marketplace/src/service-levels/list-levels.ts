import type { MedusaContainer } from "@medusajs/framework/types"
import type { PageRequest } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { Breach, LevelFigures, Standing } from "./levels"

export interface LevelRecord {
  readonly sellerId: string
  readonly sellerName: string
  readonly day: string
  readonly standing: Standing
  readonly orders: number
  readonly figures: LevelFigures
  readonly breaches: readonly Breach[]
}

interface Row {
  readonly seller_id: string
  readonly name: string
  readonly day: string
  readonly standing: Standing
  readonly figures: { readonly figures: LevelFigures; readonly breaches: Breach[]; readonly orders: number }
}

const recordOf = (row: Row): LevelRecord => ({
  sellerId: row.seller_id,
  sellerName: row.name,
  day: row.day,
  standing: row.standing,
  ...row.figures,
})

/** The last measure of every seller, the worst first. */
export async function listLevels(
  container: MedusaContainer,
  asked: { readonly standing?: Standing | null; readonly page: PageRequest & { skip: number; take: number } },
): Promise<{ items: LevelRecord[]; total: number }> {
  const knex = knexOf(container)
  const latest = knex("marketplace_service_level as l")
    .distinctOn("l.seller_id")
    .orderBy([{ column: "l.seller_id" }, { column: "l.day", order: "desc" }])
    .select("l.*")
  const query = knex(latest.as("l")).join("marketplace_seller as s", "s.id", "l.seller_id")
  if (asked.standing) void query.where("l.standing", asked.standing)
  const [count] = (await query.clone().count("* as n")) as { n: string }[]
  const rows = (await query
    .orderByRaw(`array_position(array['SUSPENDABLE', 'WARNED', 'GOOD'], l.standing), s.name, l.seller_id`)
    .offset(asked.page.skip)
    .limit(asked.page.take)
    .select(
      "l.seller_id",
      "s.name",
      knex.raw("to_char(l.day, 'YYYY-MM-DD') as day"),
      "l.standing",
      "l.figures",
    )) as Row[]
  return { items: rows.map(recordOf), total: Number(count?.n ?? 0) }
}

/** A seller's measures, a day each, the oldest first. */
export async function levelHistory(container: MedusaContainer, sellerId: string, days: number): Promise<LevelRecord[]> {
  const knex = knexOf(container)
  const rows = (await knex("marketplace_service_level as l")
    .join("marketplace_seller as s", "s.id", "l.seller_id")
    .where("l.seller_id", sellerId)
    .orderBy("l.day", "desc")
    .limit(days)
    .select(
      "l.seller_id",
      "s.name",
      knex.raw("to_char(l.day, 'YYYY-MM-DD') as day"),
      "l.standing",
      "l.figures",
    )) as Row[]
  return rows.map(recordOf).reverse()
}
