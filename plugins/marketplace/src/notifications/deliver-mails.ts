import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { LEASE_MS, nextTry } from "../outbox/backoff"
import { KEPT } from "../providers/mail/service"
import { mailFrame } from "./mail-frame"
import type { NotificationRow } from "./notification-row"
import { completedLetter } from "./completed-letter"
import { forgetReader, LAST_KIND } from "./forget-reader"
import { renderMail } from "./render-mail"

const BATCH = 25

/**
 * Sends what waits in the outbox. Several processes may run it: a row is claimed before it is sent. A process that is
 * killed between the server's «accepted» and our note sends that mail once more, with the same Message-ID; nothing else
 * can double one.
 * @returns how many were settled
 */
export async function deliverMails(container: MedusaContainer): Promise<number> {
  let settled = 0
  for (;;) {
    const rows = await claim(container)
    await Promise.all(rows.map((row) => deliver(container, row)))
    settled += rows.length
    if (rows.length < BATCH) return settled
  }
}

async function claim(container: MedusaContainer): Promise<NotificationRow[]> {
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const due = knex("marketplace_notification")
    .select("id")
    .where((where) =>
      where
        .where((ready) => ready.where("mail_state", "waiting").andWhere("next_attempt_at", "<=", now))
        .orWhere((dead) =>
          dead.where("mail_state", "sending").andWhere("claimed_at", "<=", new Date(now.getTime() - LEASE_MS)),
        ),
    )
    .orderBy("next_attempt_at")
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
  return knex("marketplace_notification")
    .whereIn("id", due)
    .update({ mail_state: "sending", claimed_at: now, attempts: knex.raw("attempts + 1") })
    .returning("*") as Promise<NotificationRow[]>
}

async function deliver(container: MedusaContainer, row: NotificationRow): Promise<void> {
  const settle = (fields: Partial<NotificationRow>) => settleMail(knexOf(container), row, fields)
  try {
    const { subject, html, text } = renderMail(completedLetter(container, row), await mailFrame(container, row.locale))
    const [sent] = await container.resolve(Modules.NOTIFICATION).createNotifications([
      {
        to: row.email,
        channel: "email",
        template: row.kind,
        content: { subject, html, text },
        data: { messageId: `<${row.id}@notification.gondola>` },
        // One per try: Medusa's module keeps a failed one under its key for ever.
        idempotency_key: `${row.id}:${row.attempts}`,
        resource_type: "marketplace_notification",
        resource_id: row.id,
      },
    ])
    await settle({
      mail_state: sent?.external_id === KEPT ? "kept" : "sent",
      settled_at: clockOf(container).now(),
      last_error: null,
    })
  } catch (error) {
    const now = clockOf(container).now()
    const why = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ")
    const again = isFinal(why) ? null : nextTry(row.attempts, now)
    await settle({
      mail_state: again ? "waiting" : "dead",
      next_attempt_at: again ?? now,
      settled_at: again ? null : now,
      last_error: why.slice(0, 400),
    })
  }
}

/** A server's 5xx stays what it is, except for a login that an operator may mend (530–535). */
export const isFinal = (why: string): boolean => /\bSMTP 5\d\d\b/.test(why) && !/\bSMTP 53\d\b/.test(why)

/** Only the claim that sent it settles it: erasure, or a later claim after a lease, is not overwritten. */
async function settleMail(knex: Knex, row: NotificationRow, fields: Partial<NotificationRow>): Promise<void> {
  if (row.kind === LAST_KIND && fields.settled_at) return forgetReader(knex, row)
  await knex("marketplace_notification")
    .where({ id: row.id, mail_state: "sending", attempts: row.attempts })
    .update(fields)
}
