import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { request } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"

const folder = mkdtempSync(join(tmpdir(), "gondola-portal-"))
let server: ChildProcess
let port = 0

beforeAll(async () => {
  mkdirSync(join(folder, "dist/assets"), { recursive: true })
  writeFileSync(join(folder, "dist/index.html"), "<!doctype html><title>portal</title>")
  writeFileSync(join(folder, "dist/assets/app-1a2b.js"), "export {}")
  writeFileSync(join(folder, "secret.txt"), "not yours")
  const script = `import { servePortal } from ${JSON.stringify(join(__dirname, "portal-server.mjs"))}
    const server = await servePortal({ dir: ${JSON.stringify(join(folder, "dist"))}, port: 0, apiUrl: "http://localhost:9000" })
    console.log(server.address().port)`
  server = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] })
  port = Number(await new Promise((resolve) => server.stdout?.once("data", (chunk) => resolve(String(chunk)))))
})

afterAll(() => {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
})

/** Not fetch(): it would tidy the address before sending it. */
function get(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    request({ port, path, headers }, (response) => {
      let body = ""
      response.on("data", (chunk) => (body += chunk))
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
      .on("error", reject)
      .end()
  })
}

it("answers every page with the portal, and files as they are", async () => {
  expect(await get("/seller/orders")).toMatchObject({ status: 200, body: expect.stringContaining("portal") })
  expect(await get("/assets/app-1a2b.js")).toMatchObject({
    status: 200,
    body: "export {}",
    headers: {
      "cache-control": expect.stringContaining("immutable"),
      "content-type": expect.stringContaining("javascript"),
    },
  })
  expect((await get("/assets/missing.js")).status).toBe(404)
})

it("tells where the API is, and lets the page talk to nothing else", async () => {
  const { body } = await get("/config.json")
  expect(JSON.parse(body)).toEqual({ apiUrl: "http://localhost:9000" })
  const policy = String((await get("/")).headers["content-security-policy"])
  expect(policy).toContain("connect-src 'self' http://localhost:9000;")
  expect(policy).toContain("frame-ancestors 'none'")
})

it("compresses for those who ask", async () => {
  expect((await get("/", { "accept-encoding": "gzip" })).headers["content-encoding"]).toBe("gzip")
  expect((await get("/")).headers["content-encoding"]).toBeUndefined()
})

it.each(["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/..%2f..%2fsecret.txt", "/%00", "/%"])(
  "never leaves its folder: %s",
  async (path) => expect((await get(path)).body).not.toContain("not yours"),
)
