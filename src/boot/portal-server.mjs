// @ts-check
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs"
import { createServer } from "node:http"
import { extname, join, normalize } from "node:path"
import { gzipSync } from "node:zlib"

/** @type {Record<string, string>} */
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
}
const compressible = new Set([".html", ".js", ".css", ".json", ".svg", ".webmanifest"])
/** @type {Map<string, Buffer>} */
const compressed = new Map()

/**
 * Serves the built portal: files as they are, every other address the page that routes by itself.
 * @param {{ dir: string, port: number, apiUrl: string }} options
 * @returns {Promise<import("node:http").Server>}
 */
export function servePortal({ dir, port, apiUrl }) {
  const headers = securityHeaders(apiUrl)
  const config = JSON.stringify({ apiUrl })
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405).end()
    const path = pathOf(request.url ?? "/")
    if (path === undefined) return void response.writeHead(400).end()
    if (path === "/config.json") {
      return void response
        .writeHead(200, { "content-type": types[".json"], "cache-control": "no-store" })
        .end(request.method === "HEAD" ? undefined : config)
    }
    const file = join(dir, path)
    if (isFile(file)) return sendFile(file, request, response)
    // A missing script must not be answered with the page.
    if (extname(path)) return void response.writeHead(404).end()
    sendFile(join(dir, "index.html"), request, response)
  })
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, () => resolve(server))
  })
}

/** @param {string} url */
function pathOf(url) {
  try {
    // normalize() of an absolute path never climbs above its root.
    const path = normalize(decodeURIComponent(new URL(url, "http://portal").pathname))
    return path.includes("\0") ? undefined : path
  } catch {
    return undefined
  }
}

const isFile = (/** @type {string} */ file) => existsSync(file) && statSync(file).isFile()

/**
 * @param {string} file
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
function sendFile(file, request, response) {
  const extension = extname(file)
  response.setHeader("content-type", types[extension] ?? "application/octet-stream")
  // Built names under assets/ carry a hash of their content.
  response.setHeader(
    "cache-control",
    /[\\/]assets[\\/]/.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
  )
  if (request.method === "HEAD") return void response.end()
  if (!compressible.has(extension) || !/\bgzip\b/.test(String(request.headers["accept-encoding"]))) {
    return void createReadStream(file).pipe(response)
  }
  const key = `${file}:${statSync(file).mtimeMs}`
  const body = compressed.get(key) ?? gzipSync(readFileSync(file))
  compressed.set(key, body)
  response.writeHead(200, { "content-encoding": "gzip", vary: "accept-encoding" }).end(body)
}

/**
 * @param {string} apiUrl
 * @returns {Record<string, string>}
 */
function securityHeaders(apiUrl) {
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    // The component library positions its pop-overs with style attributes.
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self' ${apiUrl}`,
    `img-src 'self' data: blob: https: ${apiUrl}`,
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return {
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    // The desk photographs what comes back.
    "permissions-policy": "camera=(self), microphone=(), geolocation=()",
  }
}
