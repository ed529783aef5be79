import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fr } from "../../../i18n/messages"

/** As text: a face does not import a plugin. */
const source = readFileSync(join(__dirname, "../../../../../plugins/searchandising/src/pipeline/effects.ts"), "utf8")

test("the portal has words for everything a search says of itself", () => {
  const said = [...source.matchAll(/^ {2}([A-Z_]+): "(.*)",$/gm)].map(([, code, text]) => [code, text ?? ""] as const)
  expect(said.length).toBeGreaterThan(15)
  expect(said.map(([code]) => code).sort()).toEqual(Object.keys(fr.effects).sort())
})
