// @ts-check
import { withClient } from "./database.mjs"

/**
 * Medusa's PostgreSQL locks are rows that outlive the process that took them, and nothing of Medusa honours their expiry:
 * a basket that was locked when everything was killed would refuse every further step. Only for a database that no other
 * server uses, and while the API is down.
 * @param {import("./database.mjs").Database} database
 */
export async function freeDeadLocks({ url, isEmbedded }) {
  if (!isEmbedded) return
  await withClient(url, async (client) => {
    const { rows } = await client.query("SELECT to_regclass('locking') IS NOT NULL AS there")
    if (rows[0].there) await client.query("DELETE FROM locking")
  })
}
