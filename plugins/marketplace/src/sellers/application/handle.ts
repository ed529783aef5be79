import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { slug } from "../../catalogue/slug"

/** The first free address of a shop's page. */
export async function freeHandle(knex: Knex | Knex.Transaction, name: string): Promise<string> {
  const wanted = slug(name) || "shop"
  const rows = (await knex("marketplace_seller")
    .where("handle", "like", `${wanted.replace(/[\\%_]/g, "\\$&")}%`)
    .pluck("handle")) as string[]
  const taken = new Set(rows)
  let handle = wanted
  for (let n = 2; taken.has(handle); n += 1) handle = `${wanted}-${n}`
  return handle
}
