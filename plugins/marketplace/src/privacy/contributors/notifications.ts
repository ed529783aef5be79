import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PrivacyContributor } from "../contributor"
import { LAST_KIND } from "../../notifications/forget-reader"
import { erased, places } from "../places"
import { scrub } from "../scrub"

const EMPTY = JSON.stringify({
  fr: { subject: "(effacé)", paragraphs: [] },
  en: { subject: "(erased)", paragraphs: [] },
})

/** Mails and the bell, in our outbox and in Medusa's log of what it handed over. */
export const notifications: PrivacyContributor = {
  name: "notifications",
  places: places(
    erased,
    "marketplace_notification",
    "marketplace_notification_preference",
    "notification",
    "marketplace_saved_view",
  ),
  async collect(knex, { email, ids }) {
    return {
      mails: await knex("marketplace_notification")
        .where({ email })
        .orderBy("created_at")
        .select("kind", "created_at", "mail_state", knex.raw("letter->locale as letter")),
      preferences: await knex("marketplace_notification_preference").where({ email }).select("kind", "by_mail"),
      savedViews: await knex("marketplace_saved_view")
        .whereIn("reader_id", [...ids])
        .select("list", "name", "query"),
    }
  },
  async erase(trx, subject, alias) {
    const { email, ids, kind } = subject
    const company = kind !== "CUSTOMER" && (await isCompanys(trx, email))
    const mine = company
      ? 0
      : await trx("marketplace_notification")
          .where({ email })
          // The last letter is still to go; delivering it empties it.
          .whereNot({ kind: LAST_KIND })
          .orWhere((bell) => bell.where({ room: "SHOPPER" }).whereIn("organisation_id", [...ids]))
          .update({ email: alias.email, letter: EMPTY, mail_state: "erased", last_error: null })
    const read = await trx("marketplace_notification_read")
      .whereIn("reader_id", [...ids])
      .delete()
    const preferences = await trx("marketplace_notification_preference").where({ email }).delete()
    const handedOver = company
      ? 0
      : await trx("notification")
          .whereRaw(`lower("to") = ?`, [email])
          .update({ to: alias.email, data: null, provider_data: null })
    return {
      marketplace_notification:
        mine + (await scrub(trx, subject, { table: "marketplace_notification", column: "letter" })),
      marketplace_notification_read: read,
      marketplace_saved_view: await trx("marketplace_saved_view")
        .whereIn("reader_id", [...ids])
        .delete(),
      marketplace_notification_preference: preferences,
      notification: handedOver,
    }
  },
}

/** A trader's own address belongs to the company: what was written to it stays the company's. */
async function isCompanys(trx: Knex.Transaction, email: string): Promise<boolean> {
  const seller = (await trx("marketplace_seller").whereRaw("lower(email) = ?", [email]).first("id")) as
    { id: string } | undefined
  const retailer = (await trx("marketplace_retailer")
    .whereRaw("lower(trader ->> 'email') = ?", [email])
    .first("id")) as { id: string } | undefined
  return Boolean(seller ?? retailer)
}
