import type { ClientConfig } from "pg"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Where Medusa's own pool connects to. Knex hides the password from spreading, so it is named. */
export function connectionOf(knex: Knex): ClientConfig {
  const { connection } = knex.client.config as { connection: ClientConfig }
  return { ...connection, ...(connection.password === undefined ? {} : { password: connection.password }) }
}
