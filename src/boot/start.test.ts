import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

const folder = mkdtempSync(join(tmpdir(), "gondola-start-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function start(variables: Record<string, string>) {
  const { PATH, HOME } = process.env
  return spawnSync(process.execPath, [join(__dirname, "start.mjs")], {
    env: { NODE_ENV: "", PATH, HOME, GONDOLA_DATA_DIR: join(folder, "data"), ...variables },
    encoding: "utf8",
    timeout: 60_000,
  })
}

const linesOf = (text: string) => text.split("\n").filter(Boolean)

it.each([
  ["a wrong variable", { STOREFRONT_PORT: "abc" }, "STOREFRONT_PORT is not a port number"],
  ["production without secrets", { NODE_ENV: "production" }, "needs secrets of its own"],
  [
    "a demonstration in production",
    { NODE_ENV: "production", GONDOLA_SECRET: "x".repeat(40), GONDOLA_DEMO: "1" },
    "no demonstration in production",
  ],
  ["a database that does not answer", { DATABASE_URL: "postgres://nobody:x@localhost:1/none" }, "does not answer"],
])("ends with one clear line for %s", (_name, variables, message) => {
  const { status, stderr } = start(variables)
  expect(linesOf(stderr)).toEqual([expect.stringContaining(message)])
  expect(status).toBe(1)
})

it("insists on a port that was asked for", async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, () => resolve()))
  const { port } = taken.address() as { port: number }
  const { status, stderr } = start({ PORTAL_PORT: String(port) })
  taken.close()
  expect(linesOf(stderr)).toEqual([expect.stringContaining(`Port ${port} (PORTAL_PORT) is taken`)])
  expect(status).toBe(1)
})
