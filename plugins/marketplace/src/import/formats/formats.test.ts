import fc from "fast-check"
import { cents } from "@gondola/kit"
import { reportCsv } from "../report"
import { contentHash } from "../content-hash"
import { priceOf } from "./fields"
import { mapArticle } from "./map-article"
import { mapOffer } from "./map-offer"

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
    const draft = {
      sku: "A",
      gtin: "3017620422003",
      price: cents(1290),
      stock: 0,
      condition: "NEW",
      leadTimeDays: 2,
      currency: "EUR",
    }
    expect(map({ SKU: "A", EAN: "3017620422003", Prix: "12,90", Stock: "0" })).toEqual({
      key: "A",
      draft,
      complaints: [],
    })
    expect(map({ sku: "A", gtin: 3017620422003, price: 12.9, stock: 0, condition: "new" }).draft).toEqual(draft)
  })

  it("tells everything that is wrong at once", () => {
    const codes = map({ condition: "broken", lead_time_days: "soon" }).complaints.map((c) => c.code)
    expect(codes).toEqual(["NO_SKU", "BAD_GTIN", "BAD_PRICE", "BAD_STOCK", "BAD_CONDITION", "BAD_LEAD_TIME"])
    expect(map("x").complaints[0]?.code).toBe("BAD_RECORD")
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
