import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import { sealOf, type StoredAct } from "./act"
import { trailSources } from "./sources"

export interface TrailFilter {
  readonly orderIds?: readonly string[] | null
  readonly sellerIds?: readonly string[] | null
  readonly actorIds?: readonly string[] | null
  readonly action?: string | null
  /** Inclusive. */
  readonly from?: Date | null
  /** Exclusive. */
  readonly to?: Date | null
}

export interface TrailEntry {
  readonly source: string
  readonly id: string
  readonly at: Date
  readonly actor_type: string | null
  readonly actor_id: string | null
  readonly action: string
  readonly subject_type: string
  readonly subject_id: string
  readonly order_id: string | null
  readonly seller_id: string | null
  readonly details: unknown
  /** Of an act: whether its seal still fits; null while it has none and for what the trail only quotes. */
  readonly sealFits: boolean | null
}

const COLUMNS = "source, id, at, actor_type, actor_id, action, subject_type, subject_id, order_id, seller_id, details"

/**
 * What happens at one instant is told as it follows from each other: the order before the commission on it, that before the
 * book, and all of it before the papers about it.
 */
const RANK: readonly (readonly [string, number])[] = [
  ["order", 0],
  ["order event", 1],
  ["commission", 3],
  ["ledger", 4],
  ["document", 5],
  ["document order", 5],
]
const CAUSE = `case source ${RANK.map(([source, rank]) => `when '${source}' then ${rank}`).join(" ")} else 2 end`

/** Everything that tells of the order, the seller or the actor, the oldest first: one story out of many tables. */
export async function searchTrail(
  container: Pick<MedusaContainer, "resolve">,
  filter: TrailFilter,
  { skip, take }: { skip: number; take: number },
): Promise<{ entries: TrailEntry[]; total: number }> {
  const knex = knexOf(container)
  const union = trailSources()
    .map(({ sql }) => `(${sql})`)
    .join(" union all ")
  const told = () => knex.from(knex.raw(`(${union}) as told(${COLUMNS})`)).modify(narrow, filter)
  const [rows, count] = await Promise.all([
    told().orderByRaw(`at, ${CAUSE}, source, id`).offset(skip).limit(take).select("*"),
    told().count("* as n").first(),
  ])
  const entries = rows as Omit<TrailEntry, "sealFits">[]
  const fits = await sealsOf(
    knex,
    entries.filter((each) => each.source === "act").map((each) => each.id),
  )
  return {
    entries: entries.map((each) => ({ ...each, sealFits: each.source === "act" ? (fits.get(each.id) ?? null) : null })),
    total: Number((count as { n: string } | undefined)?.n ?? 0),
  }
}

function narrow(query: Knex.QueryBuilder, filter: TrailFilter): void {
  if (filter.orderIds) void query.whereIn("order_id", [...filter.orderIds])
  // A document once for each of its orders: told where an order is asked for, and once by itself everywhere else.
  else void query.whereNot("source", "document order")
  if (filter.sellerIds) void query.whereIn("seller_id", [...filter.sellerIds])
  if (filter.actorIds) void query.whereIn("actor_id", [...filter.actorIds])
  if (filter.action) void query.whereILike("action", pattern(filter.action))
  if (filter.from) void query.where("at", ">=", filter.from)
  if (filter.to) void query.where("at", "<", filter.to)
}

/** «order.» is an area and stands at the beginning; any other word may stand anywhere. */
const pattern = (action: string): string => `${action.endsWith(".") ? "" : "%"}${action.replace(/[\\%_]/g, "\\$&")}%`

async function sealsOf(knex: Knex, actIds: readonly string[]): Promise<Map<string, boolean>> {
  if (actIds.length === 0) return new Map()
  const rows = (await knex("marketplace_act as a")
    .join("marketplace_act_seal as s", "s.act_id", "a.id")
    .whereIn("a.id", [...actIds])
    .select("a.*", "s.previous", "s.hash")) as (StoredAct & { previous: string; hash: string })[]
  return new Map(rows.map((row) => [String(row.id), sealOf(row.previous, row) === row.hash]))
}
