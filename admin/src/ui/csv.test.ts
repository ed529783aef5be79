import { toCsv } from "./csv"

describe("CSV", () => {
  test("separates by the language's habit", () => {
    expect(toCsv([["a", "1,50"]], "fr")).toBe("a;1,50\r\n")
    expect(toCsv([["a", "1.50"]], "en")).toBe("a,1.50\r\n")
  })

  test("quotes what would break a line or a column", () => {
    expect(toCsv([['dit "oui"', "x;y", "deux\nlignes"]], "fr")).toBe('"dit ""oui""";"x;y";"deux\nlignes"\r\n')
  })

  test("never hands a formula to a spreadsheet, and keeps negative amounts", () => {
    expect(toCsv([["=1+1", "@x", "-12,50", "+33 6"]], "fr")).toBe("'=1+1;'@x;-12,50;'+33 6\r\n")
  })
})
