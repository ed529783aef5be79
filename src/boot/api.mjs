// @ts-check
import { watch as watchFolder } from "node:fs"
import { join } from "node:path"
import { StartFailure } from "./failure.mjs"
import { medusaCli, root } from "./paths.mjs"
import { begin, isClosing, stopGroup } from "./processes.mjs"
import { say } from "./progress.mjs"

const patience = 180_000
/** A first index of some 20,000 products takes about half a minute. */
const patienceForShelf = 120_000
const allowedCrashes = 3

/**
 * @typedef {object} ApiOptions
 * @property {number} port
 * @property {Record<string, string>} env
 * @property {boolean} watch
 * @property {(reason: string) => void} fail
 * @property {() => Promise<void>} freeLocks of the API that ended, before the next one starts
 */

/**
 * Runs the API and starts it again after a crash, a few times; in watch mode also after an edit.
 * @param {ApiOptions} options
 * @returns {{ ready: Promise<void> }}
 */
export function startApi({ port, env, watch, fail, freeLocks }) {
  let crashes = 0
  /** The process that an edit or a stop ends on purpose. @type {number | undefined} */
  let replaced
  let api = launch(false)
  let wasReady = false
  const ready = answers(port, () => api).then(async () => {
    wasReady = true
    await shelfIsFilled(port)
  })
  if (watch) watchSources(() => void restart())
  return { ready }

  /** @param {boolean} append */
  function launch(append) {
    const process = begin({ name: "api", args: [medusaCli, "start"], env, append })
    void process.exited.then((code) => {
      if (replaced === process.pid || !wasReady || isClosing()) return
      crashes += 1
      if (crashes > allowedCrashes) {
        return fail(`the API ended ${crashes} times (code ${code}): .data/logs/api.log says why.`)
      }
      say(`The API ended (code ${code}): starting it again`)
      void freeLocks()
        // A database that does not answer is told by the next API, in its log.
        .catch(() => {})
        .then(() => (api = launch(true)))
    })
    return process
  }

  async function restart() {
    const { pid } = api
    replaced = pid
    await stopGroup(pid, 5000)
    await freeLocks()
    api = launch(true)
    say("The sources changed: the API starts again")
  }
}

/**
 * @param {number} port
 * @param {() => import("./processes.mjs").Running} current
 */
async function answers(port, current) {
  const { exited, tail } = current()
  /** @type {{ code: number | null } | undefined} */
  let ended
  void exited.then((code) => (ended = { code }))
  const end = Date.now() + patience
  while (Date.now() < end) {
    if (ended) {
      process.stderr.write(`${tail()}\n`)
      throw new StartFailure(`the API ended while starting (code ${ended.code}): .data/logs/api.log says why.`)
    }
    const response = await fetch(`http://localhost:${port}/health`).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new StartFailure(`the API did not answer within ${patience / 1000} s: .data/logs/api.log says why.`)
}

/**
 * Open means that one can buy: the API answers before its first index is filled. A shelf that takes longer fills behind
 * the open door.
 * @param {number} port
 */
async function shelfIsFilled(port) {
  const end = Date.now() + patienceForShelf
  while (Date.now() < end) {
    const answer = await fetch(`http://localhost:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ search(input: {}) { total } }" }),
    })
      .then((response) => response.text())
      .catch(() => "")
    if (!answer.includes("INDEX_NOT_READY")) return
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

/** @param {() => void} onChange */
function watchSources(onChange) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  for (const folder of ["src", "plugins"]) {
    watchFolder(join(root, folder), { recursive: true }, (_event, name) => {
      const isSource =
        name && /\.(ts|js|graphql|json)$/.test(name) && !/\.(test|spec)\.ts$|node_modules|\.medusa/.test(name)
      if (!isSource || /^(boot|demo)\//.test(name)) return
      clearTimeout(timer)
      // An editor writes several files in one go.
      timer = setTimeout(onChange, 300)
    })
  }
}
