import fc from "fast-check"
import { cents } from "@gondola/kit"
import { reportCsv } from "../report"
import { contentHash } from "../content-hash"
import { Gathered } from "../gather"
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
      twins: ["GTIN 3017620422003, NEW"],
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
  const map = mapArticle({ source: "house", stock: 3, currency: "EUR" })

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

  const safe = {
    fabricant: "F",
    "contact fabricant": "f@f.example",
    "pays fabricant": "CN",
    "responsable ue": "I, Lyon",
  }
  const group = (...rows: object[]) => map(new Gathered(rows.map((record, at) => ({ line: at + 2, record }))))

  it("reads safety data, the class of VAT and several pictures", () => {
    const draft = map({
      sku: "A",
      titre: "Livre",
      prix: "12",
      tva: "5,5 %",
      image: "/pictures/a.svg|/pictures/b.svg",
      avertissements: "Un | Deux",
      ...safe,
    }).draft
    expect(draft).toMatchObject({
      vatClass: "reduced",
      images: ["/pictures/a.svg", "/pictures/b.svg"],
      safety: { manufacturer: "F", manufacturerCountry: "cn", euResponsible: "I, Lyon", warnings: ["Un", "Deux"] },
      absent: ["description", "categories", "brand"],
    })
    expect(map({ sku: "A", titre: "X", prix: "1", tva: "19,6" }).complaints.map(({ code }) => code)).toEqual([
      "BAD_VAT_CLASS",
    ])
  })

  it("says nothing of what the file has no column for, so that an update leaves it", () => {
    const { draft } = map({ sku: "A", titre: "Livre", prix: "12" })
    expect(draft).not.toHaveProperty("safety")
    expect(draft).not.toHaveProperty("guaranteeMonths")
    expect(draft).not.toHaveProperty("partNumber")
    expect(draft?.absent).toEqual(["description", "images", "categories", "brand"])
  })

  it("makes one article of a group, its variants in the order of their lines", () => {
    const row = { groupe: "P", titre: "Pull", prix: "49" }
    const { key, draft, records, twins } = group(
      { ...row, sku: "P-S", taille: "S", couleur: "bleu" },
      { ...row, titre: "", sku: "P-M", taille: "M", couleur: "bleu" },
    )
    expect({ key, records, twins }).toEqual({ key: "P", records: 2, twins: ["SKU P-S", "SKU P-M"] })
    expect(draft).toMatchObject({
      sourceKey: "P",
      handle: "pull-p",
      variants: [
        { sku: "P-S", title: "bleu / S", options: { Couleur: "bleu", Taille: "S" } },
        { sku: "P-M", title: "bleu / M", options: { Couleur: "bleu", Taille: "M" } },
      ],
    })
  })

  it("leaves out only the variants that are wrong, each by its own line", () => {
    const row = { groupe: "P", titre: "Pull", prix: "49" }
    const { draft, complaints, records } = group(
      { ...row, sku: "P-S", taille: "S" },
      { ...row, sku: "P-S", taille: "M" },
      { ...row, sku: "P-T", taille: "S" },
      { ...row, sku: "P-U", couleur: "bleu" },
      { ...row, sku: "P-V", taille: "L", prix: "cher" },
    )
    expect(draft?.variants.map(({ sku }) => sku)).toEqual(["P-S"])
    expect(records).toBe(1)
    expect(complaints.map(({ line, code }) => [line, code])).toEqual([
      [6, "BAD_PRICE"],
      [3, "DUPLICATE"],
      [4, "BAD_VARIANT"],
      [5, "BAD_VARIANT"],
    ])
    expect(group({ ...row, sku: "X", prix: "cher", taille: "S" })).toMatchObject({ key: "P", draft: null })
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
