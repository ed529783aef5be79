// @ts-check
// npm run bench -- NAME [--json] …: runs bench/NAME.bench.ts. Without DATABASE_URL it opens a PostgreSQL of its own and
// throws it away, with the settings of the real one.
import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { choosePort } from "../src/boot/ports.mjs"
import { openPostgres } from "../src/boot/postgres.mjs"

const here = dirname(fileURLToPath(import.meta.url))
const root = dirname(here)
const [name, ...options] = process.argv.slice(2)
const names = readdirSync(here)
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.replace(".bench.ts", ""))

if (!name || !names.includes(name)) {
  console.error(`npm run bench -- NAME [--json], where NAME is one of: ${names.join(", ")}`)
  process.exit(2)
}

const database = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL, stop: async () => {} } : await throwAway()
const child = spawn(process.execPath, ["-r", "ts-node/register", join(here, `${name}.bench.ts`), ...options], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, DATABASE_URL: database.url, TS_NODE_PROJECT: join(root, "tsconfig.json") },
})
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill())
const code = await new Promise((resolve) => child.once("exit", (exit) => resolve(exit ?? 1)))
await database.stop()
process.exitCode = code

async function throwAway() {
  const parent = join(root, ".data")
  const databaseDir = mkdtempSync(join(existsSync(parent) ? parent : root, ".bench-"))
  const port = await choosePort({ variable: "the bench database", given: undefined, usual: 5644, taken: new Set() })
  const server = await openPostgres({ databaseDir, port, password: "bench" })
  return {
    url: server.url("postgres"),
    stop: async () => {
      await server.stop()
      rmSync(databaseDir, { recursive: true, force: true })
    },
  }
}
