import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { LEASE_MS } from "../outbox/backoff"
import { post } from "./post"
import { hasRelaxedWebhooks } from "./relaxed"
import type { DeliveryRow, EndpointRow } from "./rows"
import { boxKeyOf, openSecret } from "./secret"
import { settleAttempt } from "./settle-attempt"
import { signedRequest } from "./signed"

const BATCH = 20

export interface DueDelivery {
  readonly delivery: DeliveryRow
  readonly endpoint: EndpointRow
  readonly event: { readonly id: string; readonly type: string; readonly data: unknown; readonly occurred_at: Date }
}

/**
 * Calls the endpoints that something waits for. At least once: a process killed between an answer and our note calls
 * again, with the same webhook-id.
 * @returns how many calls were made
 */
export async function deliverWebhooks(container: MedusaContainer): Promise<number> {
  let calls = 0
  for (;;) {
    const due = await claim(container)
    await Promise.all(due.map((each) => deliver(container, each)))
    calls += due.length
    if (due.length < BATCH) return calls
  }
}

async function claim(container: MedusaContainer): Promise<DueDelivery[]> {
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const due = knex("marketplace_webhook_delivery")
    .select("id")
    .where((where) =>
      where
        .where((ready) => ready.where("state", "waiting").andWhere("next_attempt_at", "<=", now))
        .orWhere((dead) =>
          dead.where("state", "sending").andWhere("claimed_at", "<=", new Date(now.getTime() - LEASE_MS)),
        ),
    )
    .orderBy("next_attempt_at")
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
  const deliveries = (await knex("marketplace_webhook_delivery")
    .whereIn("id", due)
    .update({ state: "sending", claimed_at: now, attempts: knex.raw("attempts + 1") })
    .returning("*")) as DeliveryRow[]
  const [events, endpoints] = (await Promise.all([
    knex("marketplace_webhook_event").whereIn(
      "id",
      deliveries.map((each) => each.event_id),
    ),
    knex("marketplace_webhook_endpoint").whereIn(
      "id",
      deliveries.map((each) => each.endpoint_id),
    ),
  ])) as [DueDelivery["event"][], EndpointRow[]]
  return deliveries.map((delivery) => ({
    delivery,
    event: events.find((each) => each.id === delivery.event_id)!,
    endpoint: endpoints.find((each) => each.id === delivery.endpoint_id)!,
  }))
}

async function deliver(container: MedusaContainer, due: DueDelivery): Promise<void> {
  const { endpoint, event } = due
  const now = clockOf(container).now()
  if (endpoint.state !== "active")
    return settleAttempt(container, due, {
      status: null,
      tookMs: 0,
      excerpt: null,
      error: "The endpoint is switched off",
    })
  const sealed = [
    endpoint.secret,
    ...(endpoint.previous_secret && endpoint.previous_until! > now ? [endpoint.previous_secret] : []),
  ]
  const secrets = sealed.map((secret) => openSecret(secret, boxKeyOf(container)))
  const message = { id: event.id, type: event.type, occurredAt: event.occurred_at, data: event.data }
  const { body, headers } = signedRequest(message, secrets, now)
  await settleAttempt(
    container,
    due,
    await post(endpoint.url, body, { headers, relaxed: hasRelaxedWebhooks(container) }),
  )
}
