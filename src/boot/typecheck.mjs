// @ts-check
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { root } from "./paths.mjs"

// One after the other: each needs about 1 GB.
const failed = [".", "admin", "storefront"].filter((folder) => {
  const project = join(root, folder, "tsconfig.json")
  if (!existsSync(project)) return false
  process.stdout.write(`types of ${folder === "." ? "the server" : folder} …\n`)
  const tsc = join(root, "node_modules/typescript/bin/tsc")
  return spawnSync(process.execPath, [tsc, "--noEmit", "-p", project], { cwd: root, stdio: "inherit" }).status !== 0
})
process.exit(failed.length ? 1 : 0)
