import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type EntryNote, type NoteLocale, noteText } from "@gondola/ledger"
import { knexOf } from "../../modules/marketplace/resolve"
import type { PayoutAccountRow, PayoutRow, PayoutRunRow } from "./rows"

export interface Slice {
  readonly skip: number
  readonly take: number
}

export interface PayoutFilter {
  readonly sellerId?: string
  readonly id?: string
  readonly runId?: string | null
  readonly search?: string | null
  /** `UNRESOLVED` is a state for whoever looks. */
  readonly state?: string | null
}

export type ListedPayout = PayoutRow & { readonly seller_name: string }

const like = (text: string): string => `%${text.trim().replace(/[\\%_]/g, "\\$&")}%`

const counted = async (query: Knex.QueryBuilder, column: string): Promise<number> => {
  const [row] = (await query.clone().count(`${column} as n`)) as { n: string }[]
  return Number(row?.n ?? 0)
}

export async function listPayouts(container: MedusaContainer, filter: PayoutFilter, { skip, take }: Slice) {
  const query = knexOf(container)("marketplace_payout as p").join("marketplace_seller as s", "s.id", "p.seller_id")
  if (filter.sellerId) void query.where("p.seller_id", filter.sellerId)
  if (filter.id) void query.where("p.id", filter.id)
  if (filter.runId) void query.where("p.run_id", filter.runId)
  if (filter.state === "UNRESOLVED") void query.whereNotNull("p.unresolved_since")
  else if (filter.state) void query.where("p.state", filter.state).whereNull("p.unresolved_since")
  if (filter.search?.trim()) {
    const text = filter.search
    void query.where((or) => void or.whereILike("s.name", like(text)).orWhere("p.id", text.trim()))
  }
  const total = await counted(query, "p.id")
  const rows = (await query
    .clone()
    .select("p.*", "s.name as seller_name")
    .orderBy([
      { column: "p.created_at", order: "desc" },
      { column: "p.id", order: "desc" },
    ])
    .offset(skip)
    .limit(take)) as ListedPayout[]
  return { rows, total }
}

export interface PayoutEventRow {
  readonly payout_id: string
  readonly to_state: string
  readonly actor: string
  readonly detail: string | null
  readonly at: Date
}

export async function eventsOf(container: MedusaContainer, ids: readonly string[]): Promise<PayoutEventRow[]> {
  return (await knexOf(container)("marketplace_payout_event")
    .whereIn("payout_id", ids)
    .orderBy("id")) as PayoutEventRow[]
}

/** The entries that a payout settles; without the payment itself, which is the payout. */
export async function listPayoutEntries(
  container: MedusaContainer,
  payoutId: string,
  { skip, take, locale }: Slice & { readonly locale: NoteLocale },
) {
  const query = knexOf(container)("marketplace_payout_claim as c")
    .join("ledger_entry as e", "e.id", "c.entry_id")
    .join("ledger_journal as j", "j.id", "e.journal_id")
    .leftJoin("marketplace_placed_order as o", "o.order_id", "j.order_id")
    .where("c.payout_id", payoutId)
    .whereNot("e.kind", "payment")
  const total = await counted(query, "c.entry_id")
  const rows = (await query
    .clone()
    .select("e.id", "e.occurred_at", "e.kind", "e.description", "e.note", "c.amount", "j.currency", "o.number")
    .orderBy([
      { column: "e.occurred_at", order: "desc" },
      { column: "e.id", order: "desc" },
    ])
    .offset(skip)
    .limit(take)) as {
    id: string
    occurred_at: Date
    kind: string
    description: string
    note: EntryNote | null
    amount: string
    currency: string
    number: number | null
  }[]
  return {
    total,
    items: rows.map((row) => ({
      id: row.id,
      at: row.occurred_at,
      kind: row.kind,
      orderNumber: row.number,
      description: row.note ? noteText(row.note, locale) : row.description,
      amount: { amount: Number(row.amount) / 10_000, currency: row.currency },
    })),
  }
}

export async function listRuns(container: MedusaContainer, { skip, take }: Slice, id?: string) {
  const query = knexOf(container)("marketplace_payout_run as r").leftJoin(
    "marketplace_seller as s",
    "s.id",
    "r.seller_id",
  )
  if (id) void query.where("r.id", id)
  const total = await counted(query, "r.id")
  const rows = (await query
    .clone()
    .select("r.*", "s.name as seller_name")
    .orderBy([
      { column: "r.started_at", order: "desc" },
      { column: "r.id", order: "desc" },
    ])
    .offset(skip)
    .limit(take)) as (PayoutRunRow & { seller_name: string | null })[]
  return { rows, total }
}

export async function listRunNotes(container: MedusaContainer, runId: string, { skip, take }: Slice) {
  const query = knexOf(container)("marketplace_payout_run_note as n")
    .join("marketplace_seller as s", "s.id", "n.seller_id")
    .where("n.run_id", runId)
  const total = await counted(query, "n.seller_id")
  const rows = (await query
    .clone()
    .select("n.*", "s.name as seller_name")
    .orderBy(["s.name", "n.seller_id", "n.currency"])
    .offset(skip)
    .limit(take)) as {
    seller_id: string
    seller_name: string
    currency: string
    outcome: string
    reasons: string[]
    amount: string
  }[]
  return { rows, total }
}

export type ListedAccount = Partial<PayoutAccountRow> & { readonly id: string; readonly name: string }

/** Every seller beside its account at the present provider, also those that have none. */
export async function listAccounts(
  container: MedusaContainer,
  filter: { readonly provider: string; readonly search?: string | null; readonly state?: string | null; id?: string },
  { skip, take }: Slice,
) {
  const query = knexOf(container)("marketplace_seller as s").leftJoin(
    "marketplace_payout_account as a",
    (join) => void join.on("a.seller_id", "s.id").andOnVal("a.provider", filter.provider),
  )
  if (filter.id) void query.where("s.id", filter.id)
  if (filter.search?.trim()) void query.whereILike("s.name", like(filter.search))
  if (filter.state === "MISSING") void query.whereRaw("coalesce(a.state, 'MISSING') = 'MISSING'")
  else if (filter.state) void query.where("a.state", filter.state)
  const total = await counted(query, "s.id")
  const rows = (await query
    .clone()
    .select("a.*", "s.id", "s.name")
    .orderBy(["s.name", "s.id"])
    .offset(skip)
    .limit(take)) as ListedAccount[]
  return { rows, total }
}
