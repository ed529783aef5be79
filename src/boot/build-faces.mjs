// @ts-check
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fingerprintOf } from "./fingerprint.mjs"
import { root } from "./paths.mjs"
import { complete } from "./processes.mjs"
import { during, say } from "./progress.mjs"

const faces = [
  { name: "portal", folder: "admin", output: "dist", args: ["node_modules/vite/bin/vite.js", "build"] },
  { name: "storefront", folder: "storefront", output: ".next", args: ["node_modules/next/dist/bin/next", "build"] },
]

/** Builds the faces whose sources changed since their last build. */
export async function buildFaces() {
  for (const { name, folder, output, args } of faces) {
    const mark = join(root, folder, output, "gondola-sources")
    // The schemas are part of a face's sources: its queries are typed by them.
    const sources = () =>
      fingerprintOf([folder, "package-lock.json", "plugins", "src/api"], (path) =>
        path.startsWith("plugins/") || path.startsWith("src/")
          ? path.endsWith(".graphql")
          : !path.endsWith(".tsbuildinfo"),
      )
    if (existsSync(mark) && readFileSync(mark, "utf8") === sources()) {
      say(`The ${name} is built`)
      continue
    }
    rmSync(mark, { force: true })
    const script = [join(root, folder, args[0] ?? ""), join(root, args[0] ?? "")].find(existsSync) ?? args[0] ?? ""
    await during(`Building the ${name}`, () =>
      complete({
        name: `build-${name}`,
        args: [script, ...args.slice(1)],
        cwd: join(root, folder),
        env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      }),
    )
    // Taken again: a build writes some of its own inputs (types).
    writeFileSync(mark, sources())
  }
}
