import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf, conflict, notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { AttemptRow, DeliveryRow } from "./rows"

export type LoggedDelivery = DeliveryRow & {
  readonly type: string
  readonly data: unknown
  readonly occurred_at: Date
  readonly url: string
}

export interface LogFilter {
  readonly sellerId: string
  readonly endpointId?: string | null
  readonly state?: DeliveryRow["state"] | null
  readonly id?: string
}

const logOf = (knex: Knex, { sellerId, endpointId, state, id }: LogFilter): Knex.QueryBuilder =>
  knex("marketplace_webhook_delivery as d")
    .join("marketplace_webhook_event as e", "e.id", "d.event_id")
    .join("marketplace_webhook_endpoint as p", "p.id", "d.endpoint_id")
    .where("p.seller_id", sellerId)
    .modify((query: Knex.QueryBuilder) => {
      if (endpointId) void query.where("d.endpoint_id", endpointId)
      if (state) void query.where("d.state", state)
      if (id) void query.where("d.id", id)
    })

/** What was sent and how it was answered, the newest first. */
export async function readLog(
  container: MedusaContainer,
  filter: LogFilter,
  { skip, take }: { skip: number; take: number },
): Promise<{ rows: LoggedDelivery[]; total: number }> {
  const knex = knexOf(container)
  const [rows, count] = await Promise.all([
    logOf(knex, filter)
      .orderBy([
        { column: "d.created_at", order: "desc" },
        { column: "d.id", order: "desc" },
      ])
      .offset(skip)
      .limit(take)
      .select("d.*", "e.type", "e.data", "e.occurred_at", "p.url") as unknown as Promise<LoggedDelivery[]>,
    logOf(knex, filter).count("* as n").first() as unknown as Promise<{ n: string } | undefined>,
  ])
  return { rows, total: Number(count?.n ?? 0) }
}

export const readAttempts = (container: MedusaContainer, deliveryIds: readonly string[]): Promise<AttemptRow[]> =>
  knexOf(container)("marketplace_webhook_attempt")
    .whereIn("delivery_id", [...deliveryIds])
    .orderBy("id", "desc") as unknown as Promise<AttemptRow[]>

/** Sends it again with the same id: the receiver knows it. @throws NOT_FOUND | CONFLICT while it is under way */
export async function resendDelivery(
  container: MedusaContainer,
  sellerId: string,
  id: string,
): Promise<LoggedDelivery> {
  const knex = knexOf(container)
  const { rows } = await readLog(container, { sellerId, id }, { skip: 0, take: 1 })
  if (!rows[0]) throw notFound("This delivery")
  const changed = await knex("marketplace_webhook_delivery")
    .where({ id })
    .whereIn("state", ["delivered", "dead"])
    .update({ state: "waiting", attempts: 0, next_attempt_at: clockOf(container).now(), settled_at: null })
  if (!changed) throw conflict("This delivery is under way already")
  return (await readLog(container, { sellerId, id }, { skip: 0, take: 1 })).rows[0]!
}
