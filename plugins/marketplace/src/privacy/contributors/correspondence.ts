import type { PrivacyContributor } from "../contributor"
import { scrub } from "../scrub"
import { ERASED } from "../words"

/** Messages, disputes and notes of orders: what the person wrote is emptied, what others wrote loses its name. */
export const correspondence: PrivacyContributor = {
  name: "correspondence",
  async collect(knex, { ids, email, orderIds }) {
    return {
      messages: await knex("marketplace_message")
        .whereIn("author_id", [...ids])
        .orWhere((guest) => guest.where("side", "SHOPPER").whereIn("order_id", [...orderIds]))
        .select("order_id", "at", "body"),
      disputes: await knex("marketplace_dispute")
        .whereIn("order_id", [...orderIds])
        .select("order_id", "reason", "state", "claimed", "opened_at", "ended_at", "decision", "refunded"),
      notices: await knex("marketplace_notice")
        .whereRaw("lower(reporter_email) = ?", [email])
        .select("number", "category", "explanation", "received_at", "state"),
    }
  },
  async erase(trx, subject, alias) {
    const { ids, email, orderIds, kind } = subject
    const own = () =>
      trx("marketplace_message").where((mine) => {
        void mine.whereIn("author_id", [...ids])
        if (kind === "CUSTOMER")
          void mine.orWhere((guest) => guest.where("side", "SHOPPER").whereIn("order_id", [...orderIds]))
      })
    const files = await trx("marketplace_message_file").whereIn("message_id", own().select("id")).delete()
    const written = await own().update({ body: ERASED })
    const excerpts =
      kind === "CUSTOMER"
        ? await trx("marketplace_thread")
            .whereIn("order_id", [...orderIds])
            .where("last_side", "SHOPPER")
            .update({ last_excerpt: ERASED })
        : 0
    const notices = await trx("marketplace_notice")
      .whereRaw("lower(reporter_email) = ?", [email])
      .update({ reporter_email: alias.email, reporter_name: alias.name })
    return {
      marketplace_message: written + (await scrub(trx, subject, { table: "marketplace_message", column: "body" })),
      marketplace_message_file: files,
      marketplace_thread:
        excerpts +
        (await scrub(trx, subject, { table: "marketplace_thread", column: "last_excerpt", id: "seller_order_id" })),
      marketplace_notice: notices + (await scrub(trx, subject, { table: "marketplace_notice", column: "explanation" })),
      marketplace_dispute: await scrub(trx, subject, { table: "marketplace_dispute", column: "statement" }),
      marketplace_redress: await scrub(trx, subject, { table: "marketplace_redress", column: "note" }),
    }
  },
  async waitsFor(knex, { kind, orderIds }) {
    if (kind !== "CUSTOMER") return null
    const open = (await knex("marketplace_dispute")
      .whereIn("order_id", [...orderIds])
      .whereNull("ended_at")
      .first("id")) as { id: string } | undefined
    return open ? "DISPUTE" : null
  },
}
