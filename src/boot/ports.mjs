// @ts-check
import { createServer } from "node:net"
import { StartFailure } from "./failure.mjs"

/**
 * A given port is meant: when it is taken the start ends. Without one the next free port will do.
 * @param {{ variable: string, given: number | undefined, usual: number, taken: Set<number> }} wish
 */
export async function choosePort({ variable, given, usual, taken }) {
  if (given !== undefined) {
    if (taken.has(given) || !(await isFree(given))) {
      throw new StartFailure(`Port ${given} (${variable}) is taken: stop what uses it, or set ${variable} to another.`)
    }
    taken.add(given)
    return given
  }
  for (let port = usual; port < usual + 100; port++) {
    if (taken.has(port) || !(await isFree(port))) continue
    taken.add(port)
    return port
  }
  throw new StartFailure(`No free port from ${usual} to ${usual + 99}: set ${variable}.`)
}

/** @param {number} port */
export async function isFree(port) {
  // A listener on one address family does not stop another on the other.
  for (const host of ["127.0.0.1", "::"]) if (!(await canListen(port, host))) return false
  return true
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      // A machine without IPv6 has nobody there either.
      resolve(error.code === "EAFNOSUPPORT" || error.code === "EADDRNOTAVAIL"),
    )
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
