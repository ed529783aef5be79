import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { type Act, withoutPrivate } from "./act"

/** Writes down who did what. Pass the transaction of the deed, and neither is there without the other. */
export async function recordAct(
  container: Pick<MedusaContainer, "resolve">,
  act: Act,
  trx?: Knex.Transaction,
): Promise<void> {
  const insert = (trx ?? knexOf(container))("marketplace_act").insert({
    key: act.key ?? null,
    actor_type: act.actor.type,
    actor_id: act.actor.id,
    action: act.action,
    subject_type: act.subject.type,
    subject_id: act.subject.id,
    order_id: act.orderId ?? null,
    seller_id: act.sellerId ?? null,
    at: act.at ?? clockOf(container).now(),
    details: JSON.stringify(withoutPrivate(act.details ?? {})),
  })
  await (act.key ? insert.onConflict("key").ignore() : insert)
}
