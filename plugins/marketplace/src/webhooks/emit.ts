import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { type EventType, PING } from "./event-types"

export interface SellerEvent {
  /** The same key is told once. */
  readonly key: string
  readonly sellerId: string
  readonly type: EventType
  /** Ids, states, amounts: who wants names asks the API, where the erasure of a person holds. */
  readonly data: Readonly<Record<string, unknown>>
  readonly at: Date
}

/**
 * Notes what a seller's endpoints are to be told, in the transaction in which it happened. Where nobody listens nothing is
 * written.
 */
export async function emitSellerEvent(knex: Knex | Knex.Transaction, event: SellerEvent): Promise<void> {
  const endpoints = (await knex("marketplace_webhook_endpoint")
    .where({ seller_id: event.sellerId, state: "active" })
    .whereRaw("? = any(events)", [event.type])
    .select("id")) as { id: string }[]
  if (endpoints.length > 0)
    await enqueue(
      knex,
      event,
      endpoints.map((each) => each.id),
    )
}

/** Tries one endpoint out, whatever it listens to. */
export const emitPing = (
  knex: Knex,
  endpoint: { readonly id: string; readonly sellerId: string },
  at: Date,
): Promise<void> => {
  const key = `ping:${endpoint.id}:${generateEntityId()}`
  return enqueue(knex, { key, sellerId: endpoint.sellerId, type: PING, data: { endpointId: endpoint.id }, at }, [
    endpoint.id,
  ])
}

async function enqueue(
  knex: Knex | Knex.Transaction,
  { key, sellerId, type, data, at }: Omit<SellerEvent, "type"> & { type: string },
  endpointIds: readonly string[],
): Promise<void> {
  const [event] = (await knex("marketplace_webhook_event")
    .insert({
      id: generateEntityId(undefined, "whe"),
      key,
      seller_id: sellerId,
      type,
      data: JSON.stringify(data),
      occurred_at: at,
    })
    .onConflict("key")
    .ignore()
    .returning("id")) as { id: string }[]
  if (!event) return
  await knex("marketplace_webhook_delivery").insert(
    endpointIds.map((endpointId) => ({
      id: generateEntityId(undefined, "whd"),
      event_id: event.id,
      endpoint_id: endpointId,
      state: "waiting",
      next_attempt_at: at,
      created_at: at,
    })),
  )
}
