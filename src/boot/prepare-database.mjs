// @ts-check
import { join } from "node:path"
import { recreateDatabase, withClient } from "./database.mjs"
import { StartFailure } from "./failure.mjs"
import { schemaFingerprint } from "./fingerprint.mjs"
import { medusaCli, root } from "./paths.mjs"
import { complete } from "./processes.mjs"
import { during, say } from "./progress.mjs"
import { readState, writeState } from "./state.mjs"

/** @typedef {import("./database.mjs").Database} Database */

/**
 * Brings the database to the shape of this checkout and, on a first run, the demonstration into it.
 * @param {{ database: Database, env: Record<string, string | undefined>, wantsDemo: boolean }} options
 */
export async function prepareDatabase({ database, env, wantsDemo }) {
  let state = await readState(database.url)
  if (state.demonstration === "begun") {
    await dropHalfDemonstration(database)
    state = await readState(database.url)
  }
  await migrate(database, env, state.schema)
  if (!wantsDemo || state.demonstration) return
  if (await holdsProducts(database.url)) return say("The database already holds goods: no demonstration is added")
  await writeState(database.url, "demonstration", "begun")
  await during("Making the demonstration", () =>
    complete({
      name: "demonstration",
      args: [join(root, "src/boot/exec.cjs"), "src/demo/seed.ts"],
      env: { ...env, GONDOLA_DEMO: "1" },
      onLine: (line) => line.startsWith("demo: ") && say(line.slice("demo: ".length)),
    }),
  )
  await writeState(database.url, "demonstration", "complete")
}

/**
 * @param {Database} database
 * @param {Record<string, string | undefined>} env
 * @param {string | undefined} before
 */
async function migrate({ url }, env, before) {
  const wanted = schemaFingerprint()
  if (wanted === before) return say("The database has the shape of this version")
  await during("Migrating the database", () =>
    complete({
      name: "migrate",
      args: [medusaCli, "db:migrate", "--execute-safe-links", "--execute-safe-search"],
      env,
    }),
  )
  await writeState(url, "schema", wanted)
}

/** @param {Database} database */
async function dropHalfDemonstration({ url, isEmbedded }) {
  if (!isEmbedded) {
    throw new StartFailure("The demonstration was broken off in the database of DATABASE_URL: give an empty database.")
  }
  say("The demonstration was broken off: beginning again with an empty database")
  await recreateDatabase(url)
}

/** @param {string} url */
const holdsProducts = (url) =>
  withClient(url, async (client) => (await client.query("SELECT 1 FROM product LIMIT 1")).rowCount === 1)
