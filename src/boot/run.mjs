// @ts-check
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { startApi } from "./api.mjs"
import { buildFaces } from "./build-faces.mjs"
import { openDatabase } from "./database.mjs"
import { freeDeadLocks } from "./dead-locks.mjs"
import { roomOnDisk } from "./disk.mjs"
import environmentOfStart from "./environment.js"
import { lineOf, StartFailure } from "./failure.mjs"
import { startFaces } from "./faces.mjs"
import { claimFolder, tell } from "./only-once.mjs"
import { dataDir, root } from "./paths.mjs"
import { choosePort } from "./ports.mjs"
import { prepareDatabase } from "./prepare-database.mjs"
import { stopAll, stopLeftovers } from "./processes.mjs"
import { during, say } from "./progress.mjs"
import { secretsIn } from "./secrets.mjs"
import { showTable } from "./table.mjs"

/** @typedef {import("./environment.js").Environment} Environment */

/** @type {(() => Promise<void> | void)[]} last opened, first closed */
const closers = []
let stopping = false

/** @param {{ watch: boolean }} options */
export async function run({ watch }) {
  const environment = environmentOfStart.readEnvironment(process.env)
  const isOperators = process.env.NODE_ENV === "production"
  if (isOperators && environment.GONDOLA_DEMO) {
    throw new StartFailure("GONDOLA_DEMO=1 and NODE_ENV=production exclude each other: no demonstration in production.")
  }
  makeDataDir()
  claimFolder()
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => void stop(0))
  try {
    await open({ watch, environment, wantsDemo: environment.GONDOLA_DEMO ?? !isOperators })
  } catch (error) {
    if (stopping) return
    await close()
    throw error
  }
}

/** @param {{ watch: boolean, environment: Environment, wantsDemo: boolean }} options */
async function open({ watch, environment, wantsDemo }) {
  closers.push(stopAll)
  await stopLeftovers()
  const secrets = secretsIn(dataDir)
  const ports = await choosePorts(environment)
  const database = await during("Opening PostgreSQL", () =>
    openDatabase({ given: environment.DATABASE_URL, password: secrets.database, taken: ports.taken }),
  )
  closers.unshift(database.stop)
  say(`The database is open (${database.about})`)
  void database.exited?.then(() => fail("the database has stopped; .data/postgres/log says why."))
  const apiUrl = environment.GONDOLA_API_URL ?? `http://localhost:${ports.api}`
  tell({ databaseUrl: database.url, apiUrl })
  const env = {
    NODE_ENV: watch ? "development" : "production",
    DATABASE_URL: database.url,
    PORT: String(ports.api),
    STOREFRONT_PORT: String(ports.storefront),
    PORTAL_PORT: String(ports.portal),
    GONDOLA_API_URL: apiUrl,
    JWT_SECRET: environment.JWT_SECRET ?? environment.GONDOLA_SECRET ?? secrets.jwt,
    COOKIE_SECRET: environment.COOKIE_SECRET ?? environment.GONDOLA_SECRET ?? secrets.cookie,
    MEDUSA_DISABLE_TELEMETRY: "1",
    // A line for every request would be the most expensive thing about many of them.
    LOG_LEVEL: process.env.LOG_LEVEL ?? "info",
  }
  await together([
    prepareDatabase({ database, env, wantsDemo }),
    watch ? undefined : buildFaces({ withDashboard: Boolean(environment.MEDUSA_ADMIN), env }),
  ])
  const freeLocks = () => freeDeadLocks(database)
  await freeLocks()
  const api = startApi({ port: ports.api, env, watch, fail, freeLocks })
  await together([
    during("Starting the API", () => api.ready),
    startFaces({ ports, apiUrl, env, watch, fail, closers }),
  ])
  await showTable({ ports, apiUrl, environment, databaseUrl: database.url })
}

/**
 * All at once; the first failure is the one that counts, and the others are not left unhandled.
 * @param {(Promise<unknown> | undefined)[]} works
 */
const together = (works) => Promise.all(works)

/** @param {Environment} environment */
async function choosePorts(environment) {
  /** @type {Set<number>} */
  const taken = new Set()
  const wishes = /** @type {const} */ ([
    ["api", "PORT", 9000],
    ["storefront", "STOREFRONT_PORT", 8000],
    ["portal", "PORTAL_PORT", 7000],
  ])
  const chosen = { api: 0, storefront: 0, portal: 0 }
  for (const [name, variable, usual] of wishes) {
    const given = environment[variable]
    chosen[name] = await choosePort({ variable, given, usual, taken })
    if (given === undefined && chosen[name] !== usual) {
      say(`Port ${usual} is taken: the ${name} answers on ${chosen[name]} (${variable} chooses another)`)
    }
  }
  return { ...chosen, taken }
}

function makeDataDir() {
  roomOnDisk(root, 50)
  if (existsSync(dataDir) && !statSync(dataDir).isDirectory()) throw new StartFailure(`${dataDir} is not a folder.`)
  mkdirSync(join(dataDir, "logs"), { recursive: true })
  // Medusa's command line would begin a process of its own at every end to send figures home.
  mkdirSync(join(dataDir, "config/medusa"), { recursive: true })
  writeFileSync(join(dataDir, "config/medusa/config.json"), '{"telemetry":{"enabled":false}}')
}

/**
 * Something that must not end has ended.
 * @param {string} reason
 */
function fail(reason) {
  if (stopping) return
  process.stderr.write(`\nGondola stops: ${reason}\n`)
  void stop(1)
}

/** @param {number} code */
async function stop(code) {
  if (stopping) return
  stopping = true
  say("Stopping …")
  try {
    await close()
  } catch (error) {
    process.stderr.write(`${lineOf(error)}\n`)
    code = 1
  }
  process.exit(code)
}

async function close() {
  stopping = true
  for (const closer of [...closers].reverse()) await closer()
  closers.length = 0
}
