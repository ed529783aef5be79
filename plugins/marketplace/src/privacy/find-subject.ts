import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PrivacySubject } from "./contributor"

const full = (row: { first_name: string | null; last_name: string | null }): string =>
  [row.first_name, row.last_name].filter(Boolean).join(" ")

/** A customer with all its records and orders, by id or by e-mail; null when nothing is kept of it. */
export async function findCustomer(
  knex: Knex,
  by: { readonly id: string } | { readonly email: string },
): Promise<PrivacySubject | null> {
  const email = "email" in by ? by.email.trim().toLowerCase() : await emailOf(knex, by.id)
  if (!email) return null
  const customers = (await knex("customer")
    .whereRaw("lower(email) = ?", [email])
    .orderBy("has_account", "desc")
    .select("id", "first_name", "last_name")) as { id: string; first_name: string | null; last_name: string | null }[]
  const orders = (await knex("marketplace_placed_order")
    .whereRaw("lower(email) = ?", [email])
    .orWhereIn(
      "customer_id",
      customers.map((each) => each.id),
    )
    .select("order_id", "customer_id", "customer_name")) as {
    order_id: string
    customer_id: string | null
    customer_name: string
  }[]
  const ids = [...new Set([...customers.map((each) => each.id), ...orders.flatMap((each) => each.customer_id ?? [])])]
  if (ids.length === 0) return null
  const names = new Set([...customers.map(full), ...orders.map((each) => each.customer_name)].filter(Boolean))
  const id = "id" in by ? by.id : ids[0]!
  return { kind: "CUSTOMER", id, ids, email, names: [...names], orderIds: orders.map((each) => each.order_id) }
}

async function emailOf(knex: Knex, id: string): Promise<string | null> {
  const row = (await knex("customer").where({ id, deleted_at: null }).first("email")) as { email: string } | undefined
  return row?.email.toLowerCase() ?? null
}

export async function findMember(
  knex: Knex,
  by: { readonly id: string } | { readonly email: string },
): Promise<PrivacySubject | null> {
  const query = knex("marketplace_seller_member").where({ deleted_at: null })
  const row = (await (
    "id" in by ? query.where({ id: by.id }) : query.whereRaw("lower(email) = ?", [by.email.trim().toLowerCase()])
  ).first("id", "email", "name")) as { id: string; email: string; name: string } | undefined
  if (!row) return null
  const { id, email, name } = row
  return { kind: "SELLER_MEMBER", id, ids: [id], email: email.toLowerCase(), names: [name], orderIds: [] }
}
