// Medusa loads a plugin from `<plugin>/.medusa/server/src`, where its own build would put compiled files.
// Ours run from source, so that folder is a link back to `src`.
import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const plugins = join(dirname(fileURLToPath(import.meta.url)), "../../plugins")

for (const name of readdirSync(plugins)) {
  if (!existsSync(join(plugins, name, "package.json"))) continue
  const server = join(plugins, name, ".medusa/server")
  const link = join(server, "src")
  mkdirSync(server, { recursive: true })
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link, { recursive: true })
  symlinkSync("../../src", link)
}
