import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { NotificationRow } from "./notification-row"

/** The letter that tells of an erasure: once it has gone nothing of its reader may stay. */
export const LAST_KIND = "privacy.erased"

export async function forgetReader(knex: Knex, row: Pick<NotificationRow, "id">): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx("notification").where({ resource_type: "marketplace_notification", resource_id: row.id }).delete()
    await trx("marketplace_notification")
      .where({ id: row.id })
      .update({ email: "", mail_state: "erased", settled_at: trx.fn.now(), last_error: null })
  })
}
