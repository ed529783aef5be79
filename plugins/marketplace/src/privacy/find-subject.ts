import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Actor } from "@gondola/kit"
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

export type By = { readonly id: string } | { readonly email: string }
export type SubjectFinder = (knex: Knex, by: By) => Promise<PrivacySubject | null>

interface AccountTable {
  readonly table: string
  /** The columns that make up the name, as it is printed. */
  readonly names: readonly string[]
  /** Whether the table keeps who left, with a date. */
  readonly keepsGone: boolean
}

/** Whoever has an account for work: one row of one table. */
export const inTable =
  (kind: Actor, { table, names, keepsGone }: AccountTable): SubjectFinder =>
  async (knex, by) => {
    const all = keepsGone ? knex(table).whereNull("deleted_at") : knex(table)
    const row = (await (
      "id" in by ? all.where({ id: by.id }) : all.whereRaw("lower(email) = ?", [by.email.trim().toLowerCase()])
    ).first("id", "email", ...names)) as Record<string, string | null> | undefined
    if (!row) return null
    const name = names.flatMap((each) => row[each] ?? []).join(" ")
    const id = row.id!
    return { kind, id, ids: [id], email: row.email!.toLowerCase(), names: [name].filter(Boolean), orderIds: [] }
  }

const finders = new Map<Actor, SubjectFinder>([
  ["CUSTOMER", findCustomer],
  ["SELLER_MEMBER", inTable("SELLER_MEMBER", { table: "marketplace_seller_member", names: ["name"], keepsGone: true })],
  ["OPERATOR", inTable("OPERATOR", { table: "user", names: ["first_name", "last_name"], keepsGone: true })],
])

/** A plugin says where the accounts of its own actor are. */
export const addPrivacySubject = (kind: Actor, find: SubjectFinder): void => void finders.set(kind, find)

export const findSubject = async (knex: Knex, kind: Actor, by: By): Promise<PrivacySubject | null> =>
  (await finders.get(kind)?.(knex, by)) ?? null
