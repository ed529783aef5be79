import fc from "fast-check"
import { normalise, queryTokens, tokenise } from "./tokens"
import { singular } from "./singular"
import { foldQuantities } from "./units"

describe("tokens", () => {
  it.each([
    ["Écran LED", "ecran led"],
    ["L’œuf d'Hélène", "oeuf helene"],
    ["Intel® Core™2", "intel core 2"],
    ["Wi-Fi  et  Blu-ray", "wifi et bluray"],
    ["USB Type-C", "usb c"],
    ["USB-C", "usb-c"],
  ])("normalises %s", (text, expected) => expect(normalise(text)).toBe(expected))

  it.each([
    ["1 TB", "1000gb"],
    ["1000GB", "1000gb"],
    ["1 To", "1000gb"],
    ["2m", "2 m"],
    ["2 m", "200 cm"],
    ["2,5 kg", "2500 g"],
    ['15.6"', "15.6 inch"],
    ["2.4 GHz", "2400MHz"],
    ["usb-c cable 2m", "USB C cables 2 m"],
    ["tasses", "tasse"],
    ["glasses", "glass"],
    ["planches", "planche"],
    ["batteries", "battery"],
    ["journaux", "journal"],
    ["gâteaux", "gateau"],
    ["mice", "mouse"],
  ])("reads %s like %s", (one, other) => expect(queryTokens(one)).toEqual(queryTokens(other)))

  it.each([
    ["lens", "lens"],
    ["wireless", "wireless"],
    ["ps4", "ps4"],
    ["virus", "virus"],
    ["tapis", "tapis"],
  ])("leaves %s as one word", (word, same) => expect(queryTokens(word)).toEqual([singular(same)]))

  it("keeps a part number whole and in parts", () => {
    expect(tokenise("MLT-D1042S toner")).toEqual(["mlt", "d1042s", "mltd1042s", "toner"])
    expect(queryTokens("MLT-D1042S")).toEqual(["mlt", "d1042s"])
  })

  it("drops stop words, but never the whole query", () => {
    expect(queryTokens("une housse pour la tablette")).toEqual(["houss", "tablette"])
    expect(queryTokens("the who")).toEqual(["who"])
    expect(queryTokens("le la")).toEqual(["le", "la"])
  })

  it("does not take a word that ends in a unit for a quantity", () => {
    expect(foldQuantities("a4 paper 3 in 1 mp3 8gb")).toBe("a4 paper  3in  1 mp3  8gb ")
  })

  it("gives words of letters and digits only, whatever is typed, and never fails", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        for (const token of [...tokenise(text), ...queryTokens(text)]) expect(token).toMatch(/^[\p{L}\d]{1,60}$/u)
        expect(queryTokens(text).length).toBeLessThanOrEqual(12)
      }),
    )
  })

  it("folds a plural once and for all", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) =>
        expect(normalise(normalise(word))).toBe(normalise(word)),
      ),
    )
  })

  it("finds a document by any of its own words", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9]{1,10}$/), { minLength: 1, maxLength: 8 }), (words) => {
        const document = new Set(tokenise(words.join(" ")))
        for (const token of queryTokens(words.join(" "))) expect(document.has(token)).toBe(true)
      }),
    )
  })
})
