import { execFileSync } from "node:child_process"
import { join } from "node:path"

test("the types follow the schemas of the plugins", () => {
  const script = join(__dirname, "../../scripts/generate-types.mjs")
  expect(() => execFileSync(process.execPath, [script, "--check"], { stdio: "pipe" })).not.toThrow()
})
