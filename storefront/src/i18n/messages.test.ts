import en from "../../messages/en"
import fr from "../../messages/fr"

function leaves(tree: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "string" ? [[path + key, value] as const] : [...leaves(value as object, `${path}${key}.`)],
    ),
  )
}

/** What a message takes: {name}, {count, plural, …}, <link>; the words of a plural's branches are not values. */
const takes = (message: string) =>
  [
    ...new Set(
      message
        .match(/(?<!(?:=\d+|one|other)\s*)\{\s*[a-zA-Z]+\s*[,}]|<[a-z]+>/g)
        ?.map((one) => one.replace(/[\s{},<>]/g, "")),
    ),
  ].sort()

describe("messages", () => {
  const french = leaves(fr)
  const english = leaves(en)

  test("both languages say the same things", () => expect([...english.keys()]).toEqual([...french.keys()]))

  test("none is empty", () => {
    for (const text of [...french.values(), ...english.values()]) expect(text.trim()).not.toBe("")
  })

  test("both languages take the same values", () => {
    for (const [key, text] of french) {
      expect([key, takes(english.get(key) ?? "")]).toEqual([key, takes(text)])
    }
  })
})
