import { erased, inTable, type PrivacyContributor, places } from "@gondola/marketplace"

export const findStaff = inTable("SHOP_STAFF", { table: "store_return_staff", names: ["name"], keepsGone: true })

/** Who stands at the counter. The shop's trail names an id only, and cannot be changed. */
export const staffPrivacy: PrivacyContributor = {
  name: "shop staff",
  places: places(erased, "store_return_staff", "store_return_desk_session"),
  async collect(knex, { kind, ids }) {
    if (kind !== "SHOP_STAFF") return {}
    return {
      staff: await knex("store_return_staff as s")
        .join("store_return_shop as p", "p.id", "s.shop_id")
        .whereIn("s.id", [...ids])
        .select("s.id", "s.email", "s.name", "s.role", "s.created_at", "p.name as shop"),
      returns: await knex("store_return")
        .whereIn("staff_id", [...ids])
        .orderBy("opened_at")
        .select("number", "opened_at", "state"),
      trail: await knex("store_return_audit")
        .whereIn("actor", [...ids])
        .orderBy("at")
        .select("at", "action", "subject"),
    }
  },
  async erase(trx, { kind, ids }, alias) {
    if (kind !== "SHOP_STAFF") return {}
    const staff = [...ids]
    return {
      store_return_staff: await trx("store_return_staff")
        .whereIn("id", staff)
        .update({
          email: alias.email,
          name: alias.name,
          pin_hash: "",
          deleted_at: trx.raw("coalesce(deleted_at, now())"),
        }),
      store_return_desk_session: await trx("store_return_desk_session").whereIn("staff_id", staff).delete(),
      store_return: await trx("store_return").whereIn("staff_id", staff).update({ clerk_name: alias.name }),
    }
  },
}
