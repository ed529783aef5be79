import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PrivacyContributor, PrivacySubject } from "../contributor"
import { erased, kept, places } from "../places"
import { scrub } from "../scrub"
import { ERASED } from "../words"

/** What the person wrote when it cancelled: its account's, or of a guest the order's. */
const own = (redress: Knex.QueryBuilder, { ids, orderIds }: Pick<PrivacySubject, "ids" | "orderIds">) =>
  redress.whereIn("order_id", [...orderIds]).where((by) => {
    void by.where({ by_role: "SHOPPER" }).orWhereIn("by_id", [...ids])
  })

/** Messages, disputes and notes of orders: what the person wrote is emptied, what others wrote loses its name. */
export const correspondence: PrivacyContributor = {
  name: "correspondence",
  places: {
    ...places(erased, "marketplace_message", "marketplace_message_file", "marketplace_thread", "marketplace_notice"),
    ...places(erased, "marketplace_dispute", "marketplace_redress", "marketplace_complaint"),
    marketplace_statement_of_reasons: kept("what the house told a seller about its offers, for the complaint (DSA 17)"),
  },
  async collect(knex, { ids, email, orderIds }) {
    return {
      messages: await knex("marketplace_message")
        .whereIn("author_id", [...ids])
        .orWhere((guest) => guest.where("side", "SHOPPER").whereIn("order_id", [...orderIds]))
        .select("order_id", "at", "body"),
      disputes: await knex("marketplace_dispute")
        .whereIn("order_id", [...orderIds])
        .select("order_id", "reason", "state", "claimed", "opened_at", "ended_at", "decision", "refunded"),
      cancellations: await own(knex("marketplace_redress"), { ids, orderIds }).select(
        "order_id",
        "kind",
        "note",
        "started_at",
      ),
      notices: await knex("marketplace_notice")
        .whereRaw("lower(reporter_email) = ?", [email])
        .select("number", "category", "explanation", "received_at", "state"),
    }
  },
  async erase(trx, subject, alias) {
    const { ids, email, orderIds, kind } = subject
    const messages = () =>
      trx("marketplace_message").where((mine) => {
        void mine.whereIn("author_id", [...ids])
        if (kind === "CUSTOMER")
          void mine.orWhere((guest) => guest.where("side", "SHOPPER").whereIn("order_id", [...orderIds]))
      })
    const files = await trx("marketplace_message_file").whereIn("message_id", messages().select("id")).delete()
    const written = await messages().update({ body: ERASED })
    const excerpts =
      kind === "CUSTOMER"
        ? await trx("marketplace_thread")
            .whereIn("order_id", [...orderIds])
            .where("last_side", "SHOPPER")
            .update({ last_excerpt: ERASED })
        : 0
    const complaints = await trx("marketplace_complaint")
      .whereIn("notice_id", trx("marketplace_notice").whereRaw("lower(reporter_email) = ?", [email]).select("id"))
      .update({ text: ERASED })
    const notices = await trx("marketplace_notice")
      .whereRaw("lower(reporter_email) = ?", [email])
      .update({ reporter_email: alias.email, reporter_name: alias.name })
    const cancelled =
      kind === "CUSTOMER"
        ? await own(trx("marketplace_redress"), subject).whereNot({ note: "" }).update({ note: ERASED })
        : 0
    return {
      marketplace_message: written + (await scrub(trx, subject, { table: "marketplace_message", column: "body" })),
      marketplace_message_file: files,
      marketplace_thread:
        excerpts +
        (await scrub(trx, subject, { table: "marketplace_thread", column: "last_excerpt", id: "seller_order_id" })),
      marketplace_notice: notices + (await scrub(trx, subject, { table: "marketplace_notice", column: "explanation" })),
      marketplace_dispute: await scrub(trx, subject, { table: "marketplace_dispute", column: "statement" }),
      marketplace_redress: cancelled + (await scrub(trx, subject, { table: "marketplace_redress", column: "note" })),
      marketplace_complaint:
        complaints +
        (await scrub(trx, subject, { table: "marketplace_complaint", column: "text" })) +
        (await scrub(trx, subject, { table: "marketplace_complaint", column: "answer" })),
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
