import { erased, nobody, type PrivacyContributor, places, scrub } from "@gondola/marketplace"

const UNDER_WAY = ["DRAFT", "QUOTED", "AWAITING_APPROVAL", "ACCEPTED"]

/** Returns over the counter: the signature and the pictures go, goods and money stay. */
export const returnsPrivacy: PrivacyContributor = {
  name: "shop returns",
  places: {
    ...places(erased, "store_return", "store_return_line", "store_return_picture"),
    ...places(nobody("the shop and whose goods lie in it"), "store_return_shop", "store_return_custody_unit"),
  },
  async collect(knex, { orderIds }) {
    return {
      returns: await knex("store_return as r")
        .whereIn("r.order_id", [...orderIds])
        .select("r.number", "r.order_number", "r.state", "r.total", "r.currency", "r.opened_at", "r.settled_at"),
      lines: await knex("store_return_line as l")
        .join("store_return as r", "r.id", "l.store_return_id")
        .whereIn("r.order_id", [...orderIds])
        .select("r.number", "l.title", "l.quantity", "l.refund"),
      withdrawals: await knex("store_return_withdrawal")
        .whereIn("order_id", [...orderIds])
        .select("order_id", "declared_at"),
    }
  },
  async erase(trx, subject) {
    const notes = await scrub(trx, subject, { table: "store_return_line", column: "note" })
    const { kind, orderIds } = subject
    if (kind !== "CUSTOMER") return { store_return_line: notes }
    const own = () => trx("store_return").whereIn("order_id", [...orderIds])
    const pictures = await trx("store_return_picture").whereIn("return_id", own().select("id")).delete()
    const signed = await own().whereNotNull("signature").update({ signature: "—" })
    const shown = await trx("store_return_line")
      .whereIn("store_return_id", own().select("id"))
      .whereNotNull("photo_id")
      .update({ photo_id: null })
    return { store_return: signed, store_return_picture: pictures, store_return_line: notes + shown }
  },
  async waitsFor(knex, { orderIds }) {
    const open = (await knex("store_return")
      .whereIn("order_id", [...orderIds])
      .whereIn("state", UNDER_WAY)
      .first("id")) as { id: string } | undefined
    return open ? "RETURN" : null
  },
}
