// @ts-check
import { join } from "node:path"
import pg from "pg"
import { StartFailure } from "./failure.mjs"
import { dataDir } from "./paths.mjs"
import { choosePort } from "./ports.mjs"
import { openPostgres } from "./postgres.mjs"
import { clearStalePostmaster } from "./postmaster.mjs"

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {boolean} isEmbedded
 * @property {string} about for the progress line
 * @property {() => Promise<void>} stop
 * @property {Promise<void>} [exited] settles when the embedded server ends
 */

/**
 * @param {{ given: string | undefined, password: string, taken: Set<number> }} options
 * @returns {Promise<Database>}
 */
export async function openDatabase({ given, password, taken }) {
  if (given) {
    await createWhenMissing(given, "DATABASE_URL")
    return { url: given, isEmbedded: false, about: "the one of DATABASE_URL", stop: async () => {} }
  }
  const databaseDir = join(dataDir, "postgres")
  await clearStalePostmaster(databaseDir)
  const port = await choosePort({ variable: "the embedded database", given: undefined, usual: 5544, taken })
  const server = await openPostgres({ databaseDir, port, password })
  const url = server.url("gondola")
  await createWhenMissing(url, ".data/postgres").catch(async (error) => {
    await server.stop()
    throw error
  })
  return { url, isEmbedded: true, about: `embedded, port ${port}`, stop: server.stop, exited: server.exited }
}

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // The server may be stopped while we wait for it: the query then says so.
  client.on("error", () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * @param {string} url
 * @param {string} source
 */
async function createWhenMissing(url, source) {
  try {
    await withClient(url, (client) => client.query("SELECT 1"))
  } catch (error) {
    const { code, message } = /** @type {{ code?: string, message: string }} */ (error)
    if (code !== "3D000")
      throw new StartFailure(`The database of ${source} does not answer: ${message || code}.`, error)
    await createDatabase(url)
  }
}

/** @param {string} url */
export async function createDatabase(url) {
  const { name, server } = partsOf(url)
  await withClient(server, (client) => client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`))
}

/** @param {string} url */
export async function recreateDatabase(url) {
  const { name, server } = partsOf(url)
  await withClient(server, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  )
  await createDatabase(url)
}

/** @param {string} url */
function partsOf(url) {
  const server = new URL(url)
  const name = decodeURIComponent(server.pathname.slice(1))
  server.pathname = "/postgres"
  return { name, server: server.href }
}
