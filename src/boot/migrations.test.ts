import { readdirSync } from "node:fs"
import { basename, join } from "node:path"

/** Medusa remembers migrations of all modules in one table, by name alone: the second of two would never run. */
it("gives every migration a name of its own", () => {
  const plugins = join(__dirname, "../../plugins")
  const names = readdirSync(plugins, { recursive: true, encoding: "utf8" })
    .filter((path) => /\/src\/modules\/.*\/migrations\/Migration\w+\.ts$/.test(path) && !path.includes(".medusa"))
    .map((path) => basename(path))
  expect(names.length).toBeGreaterThan(3)
  expect(names.sort()).toEqual([...new Set(names)])
})
