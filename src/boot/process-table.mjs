// @ts-check
import { readFileSync } from "node:fs"

/**
 * Is the process there and at work? A zombie is neither: after kill -9 in a container nobody may collect it.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPERM") return false
  }
  const stat = readProc(pid, "stat")
  // "pid (name) state …": the name may hold anything, so look behind its last parenthesis.
  return stat === undefined || !/^\s*[ZX]/.test(stat.slice(stat.lastIndexOf(")") + 1))
}

/**
 * When a process began, where the system tells it (Linux). With its number this names a process for good: numbers are
 * used again, and a process may rewrite its command line.
 * @param {number} pid
 */
export const beginOf = (pid) => {
  const stat = readProc(pid, "stat")
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19]
}

/**
 * The command line, where the system tells it (Linux).
 * @param {number} pid
 */
export const commandOf = (pid) => readProc(pid, "cmdline")?.replaceAll("\0", " ")

/**
 * @param {number} pid
 * @param {string} file
 */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8")
  } catch {
    return undefined
  }
}

/**
 * @param {number} pid
 * @param {number} milliseconds
 */
export async function isGoneWithin(pid, milliseconds) {
  const end = Date.now() + milliseconds
  while (isAlive(pid)) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return true
}
