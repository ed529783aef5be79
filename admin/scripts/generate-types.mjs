// Merges the SDL of all plugins and writes the types that src/api/graphql.ts reads: run after a change of any schema.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { minifyIntrospection, preprocessIntrospection } from "@gql.tada/internal"
import { makeExecutableSchema } from "@graphql-tools/schema"
import { introspectionFromSchema } from "graphql"

const root = join(dirname(fileURLToPath(import.meta.url)), "../..")
const folders = [
  ...readdirSync(join(root, "plugins")).map((plugin) => join(root, "plugins", plugin, "src/graphql")),
  join(root, "src/api/graphql/access"),
].filter((folder) => existsSync(folder))

const typeDefs = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".graphql"))
    .map((file) => readFileSync(join(folder, file), "utf8")),
)
const introspection = minifyIntrospection(introspectionFromSchema(makeExecutableSchema({ typeDefs })))
const header = "/* eslint-disable */\n// Written by scripts/generate-types.mjs from the SDL of the plugins.\n"
const types = `${header}export type introspection = ${preprocessIntrospection(introspection)}\n`
const output = join(root, "admin/src/api/graphql-env.d.ts")
if (!process.argv.includes("--check")) writeFileSync(output, types)
else if (readFileSync(output, "utf8") !== types) {
  process.stderr.write("The portal's types are older than the schemas: run npm run types -w @gondola/portal\n")
  process.exitCode = 1
}
