import { hashOf, keyOfHeader, looksLikeKey, newKey } from "./key"

describe("a key of the seller's API", () => {
  it("is random, kept as a hash and told apart by its beginning", () => {
    const [a, b] = [newKey(), newKey()]
    expect(a.key).not.toBe(b.key)
    expect(looksLikeKey(a.key)).toBe(true)
    expect(a.key.startsWith(a.prefix)).toBe(true)
    expect(a.prefix).toHaveLength(10)
    expect(a.hash).toBe(hashOf(a.key))
    expect(a.hash).not.toContain(a.key.slice(4))
  })

  it.each([
    ["Bearer gnd_abc", "gnd_abc"],
    ["bearer   gnd_abc ", "gnd_abc"],
    ["Bearer eyJhbGciOi", null],
    ["gnd_abc", null],
    ["Basic gnd_abc", null],
    [undefined, null],
  ])("reads %s", (header, key) => expect(keyOfHeader(header)).toBe(key))

  it.each(["gnd_", "gnd_short", `gnd_${"a".repeat(44)}`, `gnd_${"a".repeat(42)}!`])("does not look up %s", (key) =>
    expect(looksLikeKey(key)).toBe(false),
  )
})
