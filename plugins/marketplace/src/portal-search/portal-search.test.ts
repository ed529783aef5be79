import type { GraphqlContext } from "@gondola/kit"
import { anywhere, portalSearch, type SearchSource } from "./portal-search"

const context = {} as GraphqlContext
const asked: string[] = []
const source: SearchSource = async (_context, text) => {
  asked.push(text)
  return [{ type: "ORDER", id: "o", title: text, subtitle: "" }]
}

describe("the portal's search", () => {
  it("asks nobody for a single letter, a bare # or blanks, but for a single digit", async () => {
    asked.length = 0
    for (const text of ["", "  ", "a", "#", " é "])
      expect(await portalSearch([source], context, { text, limit: 5 })).toEqual([])
    expect(asked).toEqual([])
    await portalSearch([source], context, { text: " #7 ", limit: 5 })
    expect(asked).toEqual(["#7"])
  })

  it("keeps the sources' order and a bounded text", async () => {
    asked.length = 0
    expect(await portalSearch([source, source], context, { text: "x".repeat(500), limit: 5 })).toHaveLength(2)
    expect(asked[0]).toHaveLength(80)
    await expect(portalSearch([source], context, { text: "mug", limit: 50 })).rejects.toMatchObject({
      code: "BAD_INPUT",
    })
  })

  it("takes wildcards for letters", () => {
    expect(anywhere("50%_\\")).toBe("%50\\%\\_\\\\%")
  })
})
