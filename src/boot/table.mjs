// @ts-check
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { dataDir } from "./paths.mjs"
import { readState } from "./state.mjs"

/** What the demonstration writes for us. @typedef {{ room: string, who: string, name: string, secret: string }} SignIn */

export const signInsFile = join(dataDir, "demonstration.json")

/**
 * @param {object} options
 * @param {{ api: number, storefront: number, portal: number }} options.ports
 * @param {string} options.apiUrl
 * @param {import("./environment.js").Environment} options.environment
 * @param {string} options.databaseUrl
 */
export async function showTable({ ports, apiUrl, environment, databaseUrl }) {
  const storefront = environment.GONDOLA_STOREFRONT_URL ?? `http://localhost:${ports.storefront}`
  const portal = environment.GONDOLA_PORTAL_URL ?? `http://localhost:${ports.portal}`
  /** @type {string[][]} */
  const addresses = [
    ["Storefront", storefront],
    ["Portal", portal],
    ["GraphQL", `${apiUrl}/graphql`],
  ]
  if (environment.MEDUSA_ADMIN) addresses.push(["Medusa's dashboard", `${apiUrl}/app`])
  const lines = ["", "Gondola is open. Ctrl-C closes it.", "", ...columns(addresses)]
  const { demonstration } = await readState(databaseUrl)
  if (demonstration && existsSync(signInsFile)) {
    /** @type {SignIn[]} */
    const signIns = JSON.parse(readFileSync(signInsFile, "utf8"))
    lines.push("", "Sign-ins of the demonstration", "")
    lines.push(...columns(signIns.map(({ room, who, name, secret }) => [room, who, name, secret])))
  }
  process.stdout.write(`${lines.join("\n")}\n\n`)
}

/** @param {readonly (readonly string[])[]} rows */
function columns(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("   ")}`.trimEnd())
}
