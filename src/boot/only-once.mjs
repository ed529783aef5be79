// @ts-check
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { StartFailure } from "./failure.mjs"
import { dataDir } from "./paths.mjs"
import { commandOf, isAlive } from "./process-table.mjs"

const file = join(dataDir, "running.json")

/**
 * What a running start tells the commands beside it (import, audit …).
 * @typedef {{ pid: number, databaseUrl?: string, apiUrl?: string }} RunningStart
 */

/** @returns {RunningStart | undefined} */
export function runningStart() {
  if (!existsSync(file)) return undefined
  /** @type {RunningStart} */
  const start = JSON.parse(readFileSync(file, "utf8"))
  const isOurs = isAlive(start.pid) && /src\/boot\//.test(commandOf(start.pid) ?? "src/boot/")
  return isOurs ? start : undefined
}

/** Two starts in one folder would fight over one database. */
export function claimFolder() {
  const other = runningStart()
  if (other && other.pid !== process.pid) {
    throw new StartFailure(`Gondola already runs from this folder (process ${other.pid}): stop it first.`)
  }
  tell({})
  process.on("exit", () => rmSync(file, { force: true }))
}

/** @param {Omit<RunningStart, "pid">} facts */
export function tell(facts) {
  // Readable by its owner alone: the address holds the password of the database.
  writeFileSync(file, JSON.stringify({ pid: process.pid, ...facts }), { mode: 0o600 })
}
