// @ts-check
// Only node: builtins here: this runs before anything is installed.
import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { roomOnDisk } from "./disk.mjs"
import { StartFailure } from "./failure.mjs"
import { root } from "./paths.mjs"

/** @typedef {{ version?: string, optional?: boolean, dev?: boolean, link?: boolean, peer?: boolean }} LockedPackage */

/** Medusa's own floor; older versions fail later with messages that help nobody. */
export function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (!fits) throw new StartFailure(`Node ${process.versions.node} is too old: Gondola needs 20.19, 22.12 or newer.`)
}

/** Are the packages of package-lock.json the ones in node_modules? npm keeps its own record of what it installed. */
export function areDependenciesThere() {
  const installed = lockedPackages(join(root, "node_modules/.package-lock.json"))
  const wanted = lockedPackages(join(root, "package-lock.json"))
  if (!installed || !wanted) return false
  return Object.entries(wanted).every(([path, { version, optional, dev, link }]) => {
    if (path === "" || optional || dev || link || !path.includes("node_modules/")) return true
    return installed[path]?.version === version
  })
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function lockedPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : undefined
}

/** `npm ci` takes exactly what is locked; where a developer's package.json has moved on, `npm install` follows it. */
export async function installDependencies() {
  roomOnDisk(root, 2500)
  const commands = existsSync(join(root, "package-lock.json")) ? ["ci", "install"] : ["install"]
  for (const command of commands) if ((await npm(command)) === 0) return
  throw new StartFailure("npm could not install the dependencies: its own lines above say why.")
}

/**
 * @param {string} name
 * @returns {Promise<number | null>} the exit code
 */
function npm(name) {
  const program = process.env.npm_execpath
  const args = [name, "--no-audit", "--no-fund", "--loglevel=error"]
  const [command, commandArgs] = program ? [process.execPath, [program, ...args]] : ["npm", args]
  return new Promise((resolve, reject) => {
    // NODE_ENV=production would leave out the packages that build the faces.
    const env = { ...process.env, NODE_ENV: "" }
    const child = spawn(command, commandArgs, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] })
    child.on("error", () => reject(new StartFailure("npm was not found: install Node.js with npm and start again.")))
    child.on("exit", resolve)
  })
}
