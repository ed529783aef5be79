// @ts-check
import { spawn } from "node:child_process"
import { createWriteStream, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { StartFailure } from "./failure.mjs"
import { dataDir, dieWithParent, root } from "./paths.mjs"
import { beginOf, isAlive, isGoneWithin } from "./process-table.mjs"

/**
 * @typedef {object} Task
 * @property {string} name names the log, too
 * @property {readonly string[]} args of node
 * @property {string} [cwd]
 * @property {Record<string, string | undefined>} [env]
 * @property {(line: string) => void} [onLine]
 * @property {boolean} [append] go on with the log of this start
 */

/** @typedef {{ name: string, pid: number, exited: Promise<number | null>, tail: () => string }} Running */

/** @type {Map<number, Running>} */
const running = new Map()
let closing = false
const recordFile = join(dataDir, "processes.json")

/**
 * Begins a node process in a group of its own, so that Ctrl-C reaches us alone and we stop things in order.
 * @param {Task} task
 * @returns {Running}
 */
export function begin({ name, args, cwd = root, env = {}, onLine, append = false }) {
  if (closing) throw new StartFailure("Gondola is closing.")
  const log = join(dataDir, "logs", `${name}.log`)
  if (!append && existsSync(log)) renameSync(log, `${log}.before`)
  const stream = createWriteStream(log, { flags: append ? "a" : "w" })
  // A full disk must not take the marketplace down because of its logs.
  stream.on("error", () => {})
  const child = spawn(process.execPath, ["--require", dieWithParent, ...args], {
    cwd,
    env: { ...process.env, XDG_CONFIG_HOME: join(dataDir, "config"), ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  })
  /** @type {string[]} */
  const lines = []
  let rest = ""
  const read = (/** @type {Buffer} */ chunk) => {
    stream.write(chunk)
    const parts = (rest + chunk.toString("utf8")).split("\n")
    rest = parts.pop() ?? ""
    lines.push(...parts)
    lines.splice(0, lines.length - 200)
    if (onLine) parts.forEach(onLine)
  }
  child.stdout.on("data", read)
  child.stderr.on("data", read)
  const { pid } = child
  if (pid === undefined) throw new StartFailure(`${name} could not be started.`)
  const exited = new Promise((/** @type {(code: number | null) => void} */ resolve) => {
    child.on("close", (code) => {
      running.delete(pid)
      record()
      stream.end()
      resolve(code)
    })
  })
  const task = {
    name,
    pid,
    exited,
    tail: () =>
      lines
        .filter((line) => line.trim())
        .slice(-12)
        .join("\n"),
  }
  running.set(pid, task)
  record()
  return task
}

/**
 * Work that ends by itself; anything but success is a failure with its last lines.
 * @param {Task} task
 */
export async function complete(task) {
  const started = begin(task)
  const code = await started.exited
  if (code === 0) return
  process.stderr.write(`${started.tail()}\n`)
  throw new StartFailure(`${task.name} failed (code ${code}): the whole output is in .data/logs/${task.name}.log.`)
}

/** An end that we asked for is no crash. */
export const isClosing = () => closing

/** Stops whatever still runs, politely first. */
export async function stopAll() {
  closing = true
  await Promise.all(
    [...running.values()].map(async ({ pid, exited }) => {
      await stopGroup(pid, 8000)
      // Collect it, so that no zombie stays; what holds its pipes open is not waited for.
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 500))])
    }),
  )
}

/**
 * @param {number} pid
 * @param {number} patience
 */
export async function stopGroup(pid, patience) {
  signalGroup(pid, "SIGTERM")
  if (!(await isGoneWithin(pid, patience))) signalGroup(pid, "SIGKILL")
  await isGoneWithin(pid, 2000)
  // Workers that the process began share its group.
  signalGroup(pid, "SIGKILL")
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch {
    // It is gone already.
  }
}

/** What an earlier start left behind when it was killed with -9. */
export async function stopLeftovers() {
  if (!existsSync(recordFile)) return
  /** @type {{ pid: number, began?: string }[]} */
  const left = JSON.parse(readFileSync(recordFile, "utf8"))
  const ours = left.filter(({ pid, began }) => isAlive(pid) && beginOf(pid) === began)
  await Promise.all(ours.map(({ pid }) => stopGroup(pid, 2000)))
}

function record() {
  try {
    writeFileSync(recordFile, JSON.stringify([...running.keys()].map((pid) => ({ pid, began: beginOf(pid) }))))
  } catch {
    // Only a help for the next start.
  }
}
