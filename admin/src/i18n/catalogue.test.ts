import { en, fr } from "./messages"

const flat = (tree: Record<string, Record<string, string>>): Map<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([group, words]) =>
      Object.entries(words).map(([key, text]) => [`${group}.${key}`, text] as const),
    ),
  )

const placeholders = (text = ""): string[] => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1] ?? "").sort()

test("both languages say the same things with the same values", () => {
  const french = flat(fr)
  const english = flat(en)
  expect([...english.keys()]).toEqual([...french.keys()])
  for (const [key, text] of french) {
    expect(text).not.toBe("")
    expect([key, placeholders(english.get(key))]).toEqual([key, placeholders(text)])
  }
})
