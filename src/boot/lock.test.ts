import { readFileSync } from "node:fs"
import { join } from "node:path"

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** `npm ci` refuses a lock in which a package of another platform is missing, and npm leaves it out where it is not found. */
it("locks the packages of every platform", () => {
  const { packages } = JSON.parse(readFileSync(join(__dirname, "../../package-lock.json"), "utf8")) as {
    packages: Record<string, Locked>
  }
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isFound(packages, path, name)),
  )
  expect(missing).toEqual([])
})

/** Node's own way: the package's folder first, then every one above. */
function isFound(packages: Record<string, Locked>, from: string, name: string): boolean {
  for (let path = from; ; path = path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/")))) {
    if (packages[[path, "node_modules", name].filter(Boolean).join("/")]) return true
    if (!path) return false
  }
}
