import fc from "fast-check"
import { cents } from "@gondola/kit"
import { reportCsv } from "../report"
import { contentHash } from "../content-hash"
import { priceOf } from "./fields"
import { plainText } from "./harmless"
import { mapArticle } from "./map-article"
import { mapOffer } from "./map-offer"
import { guessMapping } from "./offer-fields"

describe("priceOf", () => {
  it.each([
    ["12.5", 1250],
    ["12,50 €", 1250],
    ["1 234,50", 123_450],
    ["0.07", 7],
    ["12", 1200],
  ])("%s is %i cents", (text, amount) => {
    expect(priceOf(text)).toBe(amount)
  })

  it.each(["", "free", "-1", "1.234", "1,234.50", "1e3", "12.505"])("%s is no price", (text) => {
    expect(priceOf(text)).toBeNull()
  })

  it("reads back every amount that it could have been given", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (amount) => {
        expect(priceOf((amount / 100).toFixed(2))).toBe(amount)
      }),
    )
  })
})

describe("mapOffer", () => {
  const map = mapOffer({ currency: "EUR" })

  it("finds the fields under French and English names", () => {
    const draft = { sku: "A", gtin: "3017620422003", price: cents(1290), stock: 0, currency: "EUR" }
    expect(map({ SKU: "A", EAN: "3017620422003", Prix: "12,90", Stock: "0" })).toEqual({
      key: "A",
      draft,
      twin: "GTIN 3017620422003, NEW",
      complaints: [],
    })
    expect(map({ sku: "A", gtin: 3017620422003, price: 12.9, stock: 0, condition: "new", delai: "2" }).draft).toEqual({
      ...draft,
      condition: "NEW",
      leadTimeDays: 2,
    })
  })

  it("tells everything that is wrong at once", () => {
    const nothing = { sku: "", gtin: "", price: "", stock: "" }
    const codes = map({ ...nothing, condition: "broken", lead_time_days: "soon" }).complaints.map((c) => c.code)
    expect(codes).toEqual(["NO_SKU", "BAD_GTIN", "BAD_PRICE", "BAD_STOCK", "BAD_CONDITION", "BAD_LEAD_TIME"])
    expect(map("x").complaints[0]?.code).toBe("BAD_RECORD")
  })
})

describe("a feed that means harm or mistakes itself", () => {
  const map = mapOffer({ currency: "EUR" })
  const good = { sku: "A", gtin: "3017620422003", price: "12.90", stock: "3" }
  const codes = (over: object) => map({ ...good, ...over }).complaints.map((c) => c.code)

  it("names the fault of each field", () => {
    expect(codes({})).toEqual([])
    expect(codes({ stock: "-3" })).toEqual(["BAD_STOCK"])
    expect(codes({ stock: "2.5" })).toEqual(["BAD_STOCK"])
    expect(codes({ price: "$12.90" })).toEqual(["BAD_CURRENCY"])
    expect(codes({ price: "0" })).toEqual(["BAD_PRICE"])
    expect(codes({ currency: "USD" })).toEqual(["BAD_CURRENCY"])
    expect(codes({ currency: "eur" })).toEqual([])
    expect(codes({ gtin: "3,01762E+12" })).toEqual(["BAD_GTIN"])
    expect(codes({ sku: "=HYPERLINK(1)" })).toEqual(["FORMULA"])
  })

  it("keeps a title that began like a formula, as text", () => {
    const { draft, complaints } = map({ ...good, title: '=cmd|"/c calc"!A1', brand: "Potier" })
    expect(draft?.article?.title.fr).toBe('cmd|"/c calc"!A1')
    expect(complaints.map((c) => [c.level, c.code])).toEqual([["warning", "FORMULA"]])
    fc.assert(fc.property(fc.string(), (text) => !/^[=+@\t\r]/.test(plainText(text))))
  })

  it("takes a percentage from the price before", () => {
    expect(map({ ...good, price: "", remise: "20", "prix barré": "15" }).complaints.map((c) => c.code)).toEqual([
      "BAD_PRICE",
    ])
    expect(map({ ...good, price: "15", remise: "20 %" }).draft).toMatchObject({ price: 1200, before: 1500 })
    expect(map({ sku: "A", remise: "-20 %", "prix barré": "15" }).draft).toMatchObject({ price: 1200, before: 1500 })
  })

  it("changes only the stock when the file has only that", () => {
    expect(map({ sku: "A", stock: "4" }).draft).toEqual({ sku: "A", stock: 4, currency: "EUR" })
  })
})

describe("guessMapping", () => {
  it("finds columns in either language, each once", () => {
    expect(
      guessMapping(["réf. article", "code barre", "prix ttc", "prix barré", "qté", "désignation", "marque"]),
    ).toEqual({
      gtin: "code barre",
      price: "prix ttc",
      beforePrice: "prix barré",
      stock: "qté",
      title: "désignation",
      brand: "marque",
      sku: "réf. article",
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom("sku", "ref", "prix", "price", "ean", "x", "stock", "titre")),
        (columns) => {
          const used = Object.values(guessMapping(columns))
          expect(new Set(used).size).toBe(used.length)
          expect(columns).toEqual(expect.arrayContaining(used))
        },
      ),
    )
  })
})

describe("mapArticle", () => {
  const map = mapArticle({ source: "house", stock: 3 })

  it("makes an article of a line", () => {
    expect(
      map({ sku: "T-1", titre: "Tasse bleue", title_en: "Blue mug", prix: "18", category: "tasses" }),
    ).toMatchObject({
      draft: {
        handle: "tasse-bleue-t-1",
        title: { fr: "Tasse bleue", en: "Blue mug" },
        categories: ["tasses"],
        variants: [{ sku: "T-1", price: 1800, stock: 3 }],
      },
    })
  })

  it("leaves out a line with a price that is none", () => {
    expect(map({ sku: "T-1", title: "x", price: "cheap" })).toMatchObject({ draft: null })
  })
})

describe("reportCsv", () => {
  it("quotes, and disarms what a spreadsheet would run", () => {
    const problem = { line: 2, level: "error" as const, code: "X", key: "=1+1", message: 'a "b", c' }
    expect(reportCsv([problem])).toBe(`line,level,code,key,message\n2,error,X,'=1+1,"a ""b"", c"\n`)
  })
})

describe("contentHash", () => {
  it("does not depend on the order of keys, and notices every change", () => {
    expect(contentHash({ a: 1, b: { c: [1, 2], d: 2 } })).toBe(contentHash({ b: { d: 2, c: [1, 2] }, a: 1 }))
    expect(contentHash({ a: [1, 2] })).not.toBe(contentHash({ a: [2, 1] }))
  })
})
