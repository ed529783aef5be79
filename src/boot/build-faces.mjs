// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fingerprintOf } from "./fingerprint.mjs"
import { medusaCli, root } from "./paths.mjs"
import { complete } from "./processes.mjs"
import { during, say } from "./progress.mjs"

/**
 * @typedef {object} Face
 * @property {string} name
 * @property {string} folder where its builder is started
 * @property {string} output
 * @property {readonly string[]} places what its build depends on
 * @property {(string | undefined)[]} args of node
 */

/** @type {Face[]} */
const faces = [
  {
    name: "portal",
    folder: "admin",
    output: "admin/dist",
    places: ["admin"],
    args: [installed("admin", "vite/bin/vite.js"), "build"],
  },
  {
    name: "storefront",
    folder: "storefront",
    output: "storefront/.next",
    places: ["storefront"],
    args: [installed("storefront", "next/dist/bin/next"), "build"],
  },
]

/** @type {Face} */
const dashboard = {
  name: "dashboard of Medusa",
  folder: ".",
  output: ".medusa/admin",
  places: [],
  args: [medusaCli, "build", "--admin-only"],
}

/**
 * Builds the faces whose sources changed since their last build.
 * @param {{ withDashboard: boolean, env: Record<string, string> }} options
 */
export async function buildFaces({ withDashboard, env }) {
  for (const face of faces) await buildWhenChanged(face, {})
  if (!withDashboard) return
  // Medusa reads its whole configuration for it, and builds its dashboard alone only where it is not served as well.
  await buildWhenChanged(dashboard, { ...env, MEDUSA_ADMIN: "0" })
  // Here Medusa looks for it.
  const link = join(root, "public/admin")
  mkdirSync(join(root, "public"), { recursive: true })
  rmSync(link, { recursive: true, force: true })
  symlinkSync("../.medusa/admin", link)
}

/**
 * @param {Face} face
 * @param {Record<string, string>} env
 */
async function buildWhenChanged({ name, folder, output, places, args }, env) {
  const mark = join(root, output, "gondola-sources")
  // The schemas are part of a face's sources: its queries are typed by them.
  const sources = () =>
    fingerprintOf([...places, "package-lock.json", "plugins", "src/api"], (path) =>
      path.startsWith("plugins/") || path.startsWith("src/")
        ? path.endsWith(".graphql")
        : !path.endsWith(".tsbuildinfo"),
    )
  if (existsSync(mark) && readFileSync(mark, "utf8") === sources()) {
    say(`The ${name} is built`)
    return
  }
  rmSync(mark, { force: true })
  await during(`Building the ${name}`, () =>
    complete({
      name: `build-${name.split(" ")[0]}`,
      args: args.map(String),
      cwd: join(root, folder),
      env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    }),
  )
  // Taken again: a build writes some of its own inputs (types).
  writeFileSync(mark, sources())
}

/**
 * npm puts a workspace's package beside the workspace only when it cannot share it.
 * @param {string} workspace
 * @param {string} file
 */
function installed(workspace, file) {
  const own = join(root, workspace, "node_modules", file)
  return existsSync(own) ? own : join(root, "node_modules", file)
}
