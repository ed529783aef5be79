// @ts-check
import { withClient } from "./database.mjs"

/**
 * What earlier starts did to this database. It is kept in the database, so it is right for whichever one is opened.
 * @typedef {"schema" | "demonstration"} StateKey
 */

/**
 * @param {string} url
 * @returns {Promise<Partial<Record<StateKey, string>>>}
 */
export function readState(url) {
  return withClient(url, async (client) => {
    await client.query(
      `CREATE SCHEMA IF NOT EXISTS gondola_boot;
       CREATE TABLE IF NOT EXISTS gondola_boot.state (key text PRIMARY KEY, value text NOT NULL, at timestamptz NOT NULL DEFAULT now())`,
    )
    const { rows } = await client.query("SELECT key, value FROM gondola_boot.state")
    return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
  })
}

/**
 * @param {string} url
 * @param {StateKey} key
 * @param {string} value
 */
export async function writeState(url, key, value) {
  await withClient(url, (client) =>
    client.query(
      `INSERT INTO gondola_boot.state (key, value) VALUES ($1, $2)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = now()`,
      [key, value],
    ),
  )
}
