import english from "../../admin/src/i18n/en/core.json"
import french from "../../admin/src/i18n/fr/core.json"
import { auditChecks } from "./checks"

test("the portal has words for every proof, in both languages", () => {
  const keys = auditChecks().map(({ name }) => name.replace(/[^a-z]+/gi, "_"))
  for (const { checks } of [french, english]) expect(Object.keys(checks)).toEqual(expect.arrayContaining(keys))
})
