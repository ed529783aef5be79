// @ts-check
// node src/boot/command.mjs FILE [ARGUMENT…]: runs a script of this repository (audit, import …) on the database of the
// running marketplace, or opens that database for as long as the script lasts.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { openDatabase } from "./database.mjs"
import environmentOfStart from "./environment.js"
import { lineOf, StartFailure } from "./failure.mjs"
import { claimFolder, runningStart, tell } from "./only-once.mjs"
import { dataDir, dieWithParent, root } from "./paths.mjs"
import { secretsIn } from "./secrets.mjs"
import { readState } from "./state.mjs"
import "./link-plugins.mjs"

/** @type {(() => Promise<void>) | undefined} */
let closeDatabase
/** @type {import("node:child_process").ChildProcess | undefined} */
let script
// The script hears Ctrl-C as well (same group) and may end its work in order; we wait for it.
process.on("SIGINT", () => {})
process.on("SIGTERM", () => script?.kill("SIGTERM"))

try {
  const [file, ...args] = process.argv.slice(2)
  if (!file) throw new StartFailure("name the script to run.")
  const code = await runScript(file, args, await findDatabase())
  await closeDatabase?.()
  process.exit(code)
} catch (error) {
  await closeDatabase?.()
  process.stderr.write(`${lineOf(error)}\n`)
  process.exit(1)
}

async function findDatabase() {
  const environment = environmentOfStart.readEnvironment(process.env)
  const running = runningStart()
  if (running?.databaseUrl) return running.databaseUrl
  if (!environment.DATABASE_URL && !existsSync(join(dataDir, "postgres"))) {
    throw new StartFailure("There is no marketplace yet: run npm start once.")
  }
  if (!environment.DATABASE_URL) claimFolder()
  const password = environment.DATABASE_URL ? "" : secretsIn(dataDir).database
  const database = await openDatabase({ given: environment.DATABASE_URL, password, taken: new Set() })
  closeDatabase = database.stop
  if (database.isEmbedded) tell({ databaseUrl: database.url })
  if (!(await readState(database.url)).schema) throw new StartFailure("The database is empty: run npm start once.")
  return database.url
}

/**
 * @param {string} file
 * @param {string[]} args
 * @param {string} databaseUrl
 * @returns {Promise<number>}
 */
function runScript(file, args, databaseUrl) {
  const { jwt, cookie } = existsSync(join(dataDir, "secrets.json")) ? secretsIn(dataDir) : { jwt: "", cookie: "" }
  const { JWT_SECRET = jwt, COOKIE_SECRET = cookie, LOG_LEVEL = "error" } = process.env
  script = spawn(process.execPath, ["--require", dieWithParent, join(root, "src/boot/exec.cjs"), file, ...args], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      JWT_SECRET,
      COOKIE_SECRET,
      // What a command prints is its answer; Medusa's own lines would stand in between.
      LOG_LEVEL,
      MEDUSA_DISABLE_TELEMETRY: "1",
      XDG_CONFIG_HOME: join(dataDir, "config"),
    },
    stdio: "inherit",
  })
  return new Promise((resolve) => script?.on("close", (code) => resolve(code ?? 1)))
}
