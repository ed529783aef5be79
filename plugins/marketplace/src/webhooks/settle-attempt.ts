import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { notifyAll, sellerReaders } from "../notifications/seller-readers"
import { nextTry } from "../outbox/backoff"
import { recordAct } from "../trail/record-act"
import type { DueDelivery } from "./deliver-webhooks"
import { endpointDisabledLetter } from "./letters"
import type { Posted } from "./post"

/** So many failures in a row, whatever was sent, and an endpoint is called no more. */
export const FAILURES_TO_DISABLE = 25
const GONE = 410

/** Writes a call into the log and decides: delivered, again later, or given up; and whether to call at all any more. */
export async function settleAttempt(container: MedusaContainer, due: DueDelivery, posted: Posted): Promise<void> {
  const now = clockOf(container).now()
  const { delivery, endpoint } = due
  const ok = posted.status !== null && posted.status >= 200 && posted.status < 300
  const off = endpoint.state !== "active"
  const again = ok || off || posted.status === GONE ? null : nextTry(delivery.attempts, now)
  await knexOf(container).transaction(async (trx) => {
    const mine = await trx("marketplace_webhook_delivery")
      .where({ id: delivery.id, state: "sending", attempts: delivery.attempts })
      .update({
        state: ok ? "delivered" : again ? "waiting" : "dead",
        next_attempt_at: again ?? now,
        settled_at: again ? null : now,
      })
    await trx("marketplace_webhook_attempt").insert({
      delivery_id: delivery.id,
      at: now,
      status: posted.status,
      took_ms: posted.tookMs,
      excerpt: posted.excerpt,
      error: posted.error,
    })
    if (!mine || off) return
    const [counted] = (await trx("marketplace_webhook_endpoint")
      .where({ id: endpoint.id })
      .update({ failures: ok ? 0 : trx.raw("failures + 1") })
      .returning("failures")) as { failures: number }[]
    if (!ok && (posted.status === GONE || counted!.failures >= FAILURES_TO_DISABLE))
      await disable(container, due, { posted, trx })
  })
}

async function disable(
  container: MedusaContainer,
  { endpoint, delivery }: DueDelivery,
  { posted, trx }: { posted: Posted; trx: Knex.Transaction },
): Promise<void> {
  const reason = posted.status === null ? (posted.error ?? "") : `HTTP ${posted.status}`
  const changed = await trx("marketplace_webhook_endpoint")
    .where({ id: endpoint.id, state: "active" })
    .update({ state: "disabled", disabled_reason: reason })
  if (!changed) return
  const about = { type: "webhook_endpoint", id: endpoint.id }
  await notifyAll(
    container,
    await sellerReaders(trx, endpoint.seller_id, "team"),
    {
      key: `webhook-disabled:${endpoint.id}:${delivery.id}:${delivery.attempts}`,
      kind: "webhook.disabled",
      letter: endpointDisabledLetter({ url: endpoint.url, reason }),
      about,
    },
    trx,
  )
  const actor = { type: "SYSTEM" as const, id: "deliver-webhooks" }
  const act = { actor, action: "webhook.disable", subject: about, sellerId: endpoint.seller_id, details: { reason } }
  await recordAct(container, act, trx)
}
