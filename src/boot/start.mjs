// @ts-check
// Only node: builtins until the dependencies are there.
import { areDependenciesThere, checkNodeVersion, installDependencies } from "./dependencies.mjs"
import { lineOf } from "./failure.mjs"
import { during } from "./progress.mjs"

try {
  checkNodeVersion()
  if (!areDependenciesThere()) await during("Installing what is missing", installDependencies)
  await import("./link-plugins.mjs")
  const { run } = await import("./run.mjs")
  await run({ watch: process.argv.includes("--watch") })
} catch (error) {
  process.stderr.write(`\nGondola could not start: ${lineOf(error)}\n`)
  process.exitCode = 1
  // Whatever was open has been stopped by run(); nothing may keep a failed start alive.
  setTimeout(() => process.exit(1), 500).unref()
}
