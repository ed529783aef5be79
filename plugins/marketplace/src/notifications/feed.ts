import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf, notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { FeedRoom } from "./letter"
import type { NotificationRow } from "./notification-row"

/** Whose bell: a room of one organisation, seen by one person. */
export interface FeedReader {
  readonly room: FeedRoom
  /** The seller, the customer; null for the operator. */
  readonly organisationId: string | null
  /** Member, user or customer: what one has read, a colleague may not have. */
  readonly readerId: string
}

export type FeedRow = NotificationRow & { readonly read_at: Date | null }

const inFeed = (knex: Knex, { room, organisationId, readerId }: FeedReader): Knex.QueryBuilder =>
  knex("marketplace_notification as n")
    .leftJoin("marketplace_notification_read as r", (on) =>
      on.on("r.notification_id", "n.id").andOnVal("r.reader_id", readerId),
    )
    .where({ "n.room": room, "n.organisation_id": organisationId })
    .whereNot("n.mail_state", "erased")

export async function readFeed(
  container: MedusaContainer,
  reader: FeedReader,
  { skip, take, unreadOnly }: { skip: number; take: number; unreadOnly: boolean },
): Promise<{ rows: FeedRow[]; total: number; unread: number }> {
  const knex = knexOf(container)
  const rows = inFeed(knex, reader)
    .modify((query) => unreadOnly && query.whereNull("r.read_at"))
    .orderBy([
      { column: "n.created_at", order: "desc" },
      { column: "n.id", order: "desc" },
    ])
    .offset(skip)
    .limit(take)
    .select("n.*", "r.read_at") as unknown as Promise<FeedRow[]>
  const counts = inFeed(knex, reader).first(
    knex.raw("count(*)::int as total, (count(*) filter (where r.read_at is null))::int as unread"),
  ) as unknown as Promise<{ total: number; unread: number }>
  const [page, { total, unread }] = await Promise.all([rows, counts])
  return { rows: page, total: unreadOnly ? unread : total, unread }
}

/** @throws NOT_FOUND for an id that is not in this bell */
export async function markRead(
  container: MedusaContainer,
  reader: FeedReader,
  ids: readonly string[] | null,
): Promise<void> {
  const knex = knexOf(container)
  if (ids) {
    const own = (await inFeed(knex, reader)
      .whereIn("n.id", [...ids])
      .select("n.id")) as unknown[]
    if (own.length < new Set(ids).size) throw notFound("This notification")
  }
  const unread = inFeed(knex, reader)
    .whereNull("r.read_at")
    .modify((query) => ids && query.whereIn("n.id", [...ids]))
    .select("n.id", knex.raw("?", [reader.readerId]), knex.raw("?::timestamptz", [clockOf(container).now()]))
  await knex
    .into(knex.raw("?? (??, ??, ??)", ["marketplace_notification_read", "notification_id", "reader_id", "read_at"]))
    .insert(unread)
    .onConflict(["reader_id", "notification_id"])
    .ignore()
}
