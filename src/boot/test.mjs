// @ts-check
// npm test [-- --only unit,module,http,story,browser] [-- PATTERN…]
import { spawn } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { findChromium } from "./chromium.mjs"
import { lineOf, StartFailure } from "./failure.mjs"
import { root } from "./paths.mjs"
import { openMarketplace } from "./test-marketplace.mjs"
import { openTestPostgres } from "./test-postgres.mjs"
import "./link-plugins.mjs"

/** @typedef {"unit" | "module" | "http" | "story" | "browser"} Kind */

/** In the order they run: the quick ones first. @type {Record<Kind, { match: string[], args: string[] }>} */
const kinds = {
  unit: { match: ["**/*.test.ts", "**/*.test.tsx"], args: ["--maxWorkers=2"] },
  module: { match: ["**/*.module.spec.ts"], args: ["--runInBand", "--forceExit", "--silent"] },
  // Each suite has its own database; an application waits for it half of its time.
  http: { match: ["**/*.http.spec.ts"], args: ["--maxWorkers=2", "--forceExit", "--silent"] },
  story: { match: ["<rootDir>/stories/**/*.story.ts"], args: ["--runInBand", "--forceExit", "--silent"] },
  browser: { match: ["<rootDir>/stories/browser/**/*.journey.ts"], args: ["--runInBand", "--forceExit"] },
}

const counts = { passed: 0, failed: 0, skipped: 0 }
/** @type {(() => Promise<void> | void)[]} last opened, first closed */
const closers = []
/** @type {import("node:child_process").ChildProcess | undefined} */
let jest

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => {
    jest?.kill("SIGKILL")
    void close().finally(() => process.exit(130))
  })
}

try {
  const { chosen, patterns } = readArguments()
  await runKinds(chosen, patterns)
} catch (error) {
  counts.failed += 1
  process.stderr.write(`\nThe tests could not run: ${lineOf(error)}\n`)
} finally {
  await close()
}
const skipped = counts.skipped ? `, ${counts.skipped} skipped` : ""
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`)
process.exit(counts.failed ? 1 : 0)

function readArguments() {
  const { values, positionals } = parseArgs({ options: { only: { type: "string" } }, allowPositionals: true })
  const all = /** @type {Kind[]} */ (Object.keys(kinds))
  const wanted = values.only?.split(",") ?? all
  const unknown = wanted.find((kind) => !(kind in kinds))
  if (unknown) throw new StartFailure(`--only ${unknown}: there are ${all.join(", ")}.`)
  return { chosen: all.filter((kind) => wanted.includes(kind)), patterns: positionals }
}

/**
 * @param {Kind[]} chosen
 * @param {string[]} patterns
 */
async function runKinds(chosen, patterns) {
  const needsDatabase = chosen.some((kind) => kind !== "unit")
  const postgres = needsDatabase ? await openTestPostgres() : undefined
  if (postgres) closers.push(postgres.stop)
  for (const kind of chosen) {
    process.stdout.write(`\n— ${kind} —\n`)
    const env = kind === "browser" ? await openForBrowser(postgres) : postgres?.env
    if (env !== "skip") await runJest({ kind, patterns, env: env ?? {} })
  }
}

/**
 * @param {Awaited<ReturnType<typeof openTestPostgres>> | undefined} postgres
 * @returns {Promise<Record<string, string> | "skip">}
 */
async function openForBrowser(postgres) {
  const chromium = findChromium()
  if (!chromium) {
    if (process.env.CI === "true")
      throw new StartFailure("CI needs a Chromium for the browser journeys: none was found.")
    process.stdout.write("No Chromium was found (CHROMIUM_PATH names one): the browser journeys were NOT run.\n")
    return "skip"
  }
  if (!existsSync(join(root, "stories/browser")) || !postgres) return "skip"
  const marketplace = await openMarketplace(postgres)
  closers.push(marketplace.stop)
  return { ...marketplace.env, CHROMIUM_PATH: chromium }
}

/** @param {{ kind: Kind, patterns: string[], env: Record<string, string> }} options */
async function runJest({ kind, patterns, env }) {
  const { match, args } = kinds[kind]
  const report = join(root, "node_modules/.cache", `jest-${kind}-${process.pid}.json`)
  mkdirSync(join(root, "node_modules/.cache"), { recursive: true })
  // Not spawnSync: an event loop that stands still would stop the database as well.
  jest = spawn(
    process.execPath,
    [
      join(root, "node_modules/jest/bin/jest.js"),
      "--config",
      join(root, "jest.config.js"),
      "--passWithNoTests",
      "--json",
      `--outputFile=${report}`,
      ...match.flatMap((one) => ["--testMatch", one]),
      ...args,
      "--",
      ...patterns,
    ],
    { cwd: root, env: { ...testEnvironment(), ...env }, stdio: ["ignore", "ignore", "inherit"] },
  )
  await new Promise((resolve) => jest?.on("close", resolve))
  count(report)
}

/** What a developer has in the shell must not reach a test. */
function testEnvironment() {
  const env = { ...process.env }
  for (const name of Object.keys(env))
    if (/^(GONDOLA_|DATABASE_URL|AD_DATABASE_URL|.*PORT$)/.test(name)) delete env[name]
  return {
    ...env,
    NODE_ENV: "test",
    NODE_OPTIONS: "--experimental-vm-modules --no-warnings",
    MEDUSA_DISABLE_TELEMETRY: "1",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
    FORCE_COLOR: process.stdout.isTTY ? "1" : "0",
  }
}

/** @param {string} report */
function count(report) {
  if (!existsSync(report)) {
    counts.failed += 1
    return
  }
  const result = JSON.parse(readFileSync(report, "utf8"))
  rmSync(report, { force: true })
  counts.passed += result.numPassedTests
  // A suite that does not even load holds no failed test, and is no success.
  counts.failed += result.numFailedTests + result.numRuntimeErrorTestSuites
  counts.skipped += result.numPendingTests + result.numTodoTests
}

async function close() {
  for (const closer of closers.splice(0).reverse()) await closer()
}
