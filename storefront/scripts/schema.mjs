// Merges the SDL of the kit, every plugin and the application into one schema and writes the types that gql.tada
// reads. Run it after the contract changed: `npm run schema -w storefront`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { execFileSync } from "node:child_process"
import { createRequire } from "node:module"
import path from "node:path"
import { fileURLToPath } from "node:url"

const storefront = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const root = path.resolve(storefront, "..")
const require = createRequire(import.meta.url)
const { makeExecutableSchema } = require("@graphql-tools/schema")
const { printSchema } = require("graphql")

const folders = [
  "plugins/kit/src/graphql",
  "plugins/marketplace/src/graphql",
  "plugins/searchandising/src/graphql",
  "plugins/sponsored-placement/src/graphql",
  "plugins/store-returns/src/graphql",
  "src/api/graphql",
]

function sdlFiles(folder) {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".graphql"))
    .sort()
    .map((name) => path.join(root, folder, name))
}

const parts = folders.flatMap(sdlFiles).map((file) => readFileSync(file, "utf8"))
const merged = printSchema(makeExecutableSchema({ typeDefs: parts }))
const schemaFile = path.join(storefront, "src/graphql/schema.graphql")
writeFileSync(schemaFile, merged)
run("prettier", "--write", schemaFile)
run("gql.tada", "generate-output", "--tsconfig", path.join(storefront, "tsconfig.json"))

function run(tool, ...args) {
  const manifest = require.resolve(`${tool}/package.json`)
  const { bin } = require(manifest)
  const script = path.join(path.dirname(manifest), typeof bin === "string" ? bin : bin[tool])
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: "inherit" })
}
