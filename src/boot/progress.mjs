// @ts-check
const began = Date.now()
/** @type {Map<string, number>} */
const running = new Map()
/** @type {NodeJS.Timeout | undefined} */
let heartbeat
const heartbeatEvery = 15_000

const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${seconds(Date.now() - began).padStart(8)}  ${line}\n`)
}

/**
 * Runs a piece of work and says when it begins and how long it took; work that lasts is named again now and then.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function during(title, work) {
  const start = Date.now()
  say(`${title} …`)
  running.set(title, start)
  heartbeat ??= setInterval(beat, heartbeatEvery).unref()
  try {
    const result = await work()
    say(`${title}: done in ${seconds(Date.now() - start)}`)
    return result
  } finally {
    running.delete(title)
  }
}

function beat() {
  if (running.size === 0) return
  say([...running].map(([title, start]) => `still ${lower(title)} (${seconds(Date.now() - start)})`).join(", "))
}

const lower = (/** @type {string} */ title) => title.charAt(0).toLowerCase() + title.slice(1)
