// @ts-check
import { existsSync } from "node:fs"
import { join } from "node:path"
import { StartFailure } from "./failure.mjs"
import { root } from "./paths.mjs"
import { servePortal } from "./portal-server.mjs"
import { begin } from "./processes.mjs"
import { during } from "./progress.mjs"

/**
 * @typedef {object} FacesOptions
 * @property {{ storefront: number, portal: number }} ports
 * @property {string} apiUrl
 * @property {Record<string, string>} env
 * @property {boolean} watch
 * @property {(reason: string) => void} fail
 * @property {(() => Promise<void> | void)[]} closers
 */

/** @param {FacesOptions} options */
export async function startFaces(options) {
  await Promise.all([
    during("Starting the storefront", () => startStorefront(options)),
    during("Starting the portal", () => (options.watch ? developPortal(options) : openPortal(options))),
  ])
}

/** @param {FacesOptions} options */
async function startStorefront({ ports, apiUrl, env, watch, fail }) {
  const next = [join(root, "storefront/node_modules/next/dist/bin/next"), join(root, "node_modules/next/dist/bin/next")]
  const storefront = begin({
    name: "storefront",
    args: [next.find(existsSync) ?? "next", watch ? "dev" : "start", "-p", String(ports.storefront)],
    cwd: join(root, "storefront"),
    env: {
      NODE_ENV: env.NODE_ENV,
      GONDOLA_API_URL: apiUrl,
      PORT: String(ports.storefront),
      NEXT_TELEMETRY_DISABLED: "1",
      // The shop has no business with the database or the secrets.
      DATABASE_URL: undefined,
      AD_DATABASE_URL: undefined,
      GONDOLA_SECRET: undefined,
      JWT_SECRET: undefined,
      COOKIE_SECRET: undefined,
    },
  })
  let ready = false
  const ended = storefront.exited.then((code) => {
    const reason = `the storefront ended (code ${code}): .data/logs/storefront.log says why.`
    if (ready) return fail(reason)
    process.stderr.write(`${storefront.tail()}\n`)
    throw new StartFailure(reason)
  })
  await Promise.race([ended, isListening(ports.storefront)])
  ready = true
}

/** Only that it listens: its first page needs the API. @param {number} port */
async function isListening(port) {
  const { isFree } = await import("./ports.mjs")
  while (await isFree(port)) await new Promise((resolve) => setTimeout(resolve, 150))
}

/** @param {FacesOptions} options */
async function openPortal({ ports, apiUrl, closers }) {
  const server = await servePortal({ dir: join(root, "admin/dist"), port: ports.portal, apiUrl })
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
}

/** @param {FacesOptions} options */
async function developPortal({ ports, apiUrl, closers }) {
  const { createServer } = await import("vite")
  const config = {
    name: "gondola-config",
    /** @param {import("vite").ViteDevServer} server */
    configureServer(server) {
      server.middlewares.use("/config.json", (_request, response) => {
        response.setHeader("content-type", "application/json")
        response.end(JSON.stringify({ apiUrl }))
      })
    },
  }
  const server = await createServer({
    root: join(root, "admin"),
    plugins: [config],
    server: { port: ports.portal, strictPort: true },
    logLevel: "warn",
  })
  await server.listen()
  closers.push(() => server.close())
}
