// @ts-check
import { existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { StartFailure } from "./failure.mjs"
import { commandOf, isAlive, isGoneWithin } from "./process-table.mjs"

/**
 * After a kill -9 the folder still names a postmaster: dead, a zombie, another program that got its number, or one that
 * went on alone. Whatever it is, afterwards the folder is free.
 * @param {string} databaseDir
 */
export async function clearStalePostmaster(databaseDir) {
  const file = join(databaseDir, "postmaster.pid")
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, "utf8").split("\n")[0])
  if (pid > 0 && isAlive(pid) && /postgres/.test(commandOf(pid) ?? "postgres")) await stopPostmaster(pid)
  rmSync(file, { force: true })
}

/**
 * SIGINT ends sessions and stops cleanly; SIGQUIT is the way out when a session does not let go (the log is replayed).
 * @param {number} pid
 */
export async function stopPostmaster(pid) {
  for (const [signal, patience] of /** @type {const} */ ([
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
  ])) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    if (await isGoneWithin(pid, patience)) return
  }
  throw new StartFailure(`The database of an earlier start (process ${pid}) does not stop: end it and start again.`)
}
