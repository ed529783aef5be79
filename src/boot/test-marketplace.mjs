// @ts-check
import { spawn } from "node:child_process"
import { join } from "node:path"
import { StartFailure } from "./failure.mjs"
import { root } from "./paths.mjs"
import { choosePort } from "./ports.mjs"

/**
 * Opens the whole marketplace with its demonstration as `npm start` does, in a database of the test server.
 * @param {{ folder: string, url: (database: string) => string }} postgres
 */
export async function openMarketplace({ folder, url }) {
  /** @type {Set<number>} */
  const taken = new Set()
  const [api, storefront, portal] = await Promise.all(
    [9600, 8600, 7600].map((usual) => choosePort({ variable: "a test server", given: undefined, usual, taken })),
  )
  const dataDir = join(folder, "data")
  const child = spawn(process.execPath, [join(root, "src/boot/start.mjs")], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "",
      DATABASE_URL: url("journeys"),
      GONDOLA_DATA_DIR: dataDir,
      GONDOLA_DEMO: "1",
      PORT: String(api),
      STOREFRONT_PORT: String(storefront),
      PORTAL_PORT: String(portal),
    },
    stdio: ["ignore", "pipe", "inherit"],
  })
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.on("close", () => resolve()))
  /** @type {Promise<void>} */
  const open = new Promise((resolve) => {
    child.stdout.on("data", (chunk) => {
      process.stdout.write(chunk)
      if (String(chunk).includes("Gondola is open")) resolve()
    })
  })
  await Promise.race([
    open,
    ended.then(() => {
      throw new StartFailure("the marketplace for the browser journeys did not open; its lines above say why.")
    }),
  ])
  return {
    env: {
      GONDOLA_API_URL: `http://localhost:${api}`,
      GONDOLA_STOREFRONT_URL: `http://localhost:${storefront}`,
      GONDOLA_PORTAL_URL: `http://localhost:${portal}`,
      GONDOLA_DATA_DIR: dataDir,
    },
    stop: async () => {
      child.kill("SIGTERM")
      await ended
    },
  }
}
