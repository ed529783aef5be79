import { isTable, parsePaste } from "./paste"

const defaults = { kind: "KEYWORD_PHRASE", bid: "0,30" } as const

describe("a paste from a spreadsheet", () => {
  test("takes keyword, match and bid from columns", () => {
    expect(parsePaste("mug\texacte\t0,45\r\ntasse en grès\tlarge\t0.2\r\n", defaults)).toEqual([
      { value: "mug", kind: "KEYWORD_EXACT", bid: "0,45" },
      { value: "tasse en grès", kind: "KEYWORD_BROAD", bid: "0.2" },
    ])
  })

  test("fills what is missing and accepts the columns in another order", () => {
    expect(parsePaste("mug\nlampe\t0,5\tphrase", defaults)).toEqual([
      { value: "mug", kind: "KEYWORD_PHRASE", bid: "0,30" },
      { value: "lampe", kind: "KEYWORD_PHRASE", bid: "0,5" },
    ])
  })

  test("skips headers, blanks and doubles, the last one wins", () => {
    const rows = parsePaste("Mot-clé;Type;Enchère\n\nmug;exact;0,40\nMug;exact;0,50\n", defaults)
    expect(rows).toEqual([{ value: "Mug", kind: "KEYWORD_EXACT", bid: "0,50" }])
  })

  test("keeps a bid that is no amount, to be mended on the page", () => {
    expect(parsePaste("mug\texact\tbeaucoup", defaults)[0]?.bid).toBe("beaucoup")
  })

  test("tells a table from a word", () => {
    expect(isTable("tasse bleue")).toBe(false)
    expect(isTable("a\tb")).toBe(true)
    expect(isTable("a\nb")).toBe(true)
  })
})
