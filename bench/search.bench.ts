// The whole search pipeline with its facets, twenty requests a second as a crowd sends them, on the index of the
// database at hand, or on 20,000 made-up articles when it is empty; beside it Medusa's own search-postgres on the same
// documents with eight facets. The work needs the application's container, so it runs in a script inside it.
import { spawnSync } from "node:child_process"
import { join } from "node:path"

const root = join(__dirname, "..")
const env = { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? "error", MEDUSA_DISABLE_TELEMETRY: "1" }
const run = (args: string[], stdio: "inherit" | "ignore") =>
  spawnSync(process.execPath, args, { cwd: root, stdio, env }).status ?? 1

const medusa = join(root, "node_modules/@medusajs/cli/cli.js")
const migrated = run([medusa, "db:migrate", "--execute-safe-links", "--execute-safe-search"], "ignore")
process.exitCode =
  migrated || run([join(root, "src/boot/exec.cjs"), "./bench/search/run.ts", ...process.argv.slice(2)], "inherit")
