import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { mapArticle } from "./formats/map-article"
import { mapOffer } from "./formats/map-offer"
import { problemIn } from "./problem-words"

/** Sentences of an import as they stand in the code: what is put together from values stands as {0}. */
function sentencesIn(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const code = readFileSync(join(__dirname, file), "utf8")
    const calls = code.matchAll(
      /\b(?:error|warning|complain|refuse)\(\s*(?:"[A-Z_]+",\s*)("(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)/g,
    )
    return [...calls].map((call) =>
      call[1]!
        .slice(1, -1)
        .replace(/\$\{what\}/g, "price")
        .replace(/\$\{[^}]*\}/g, "42"),
    )
  })
}

describe("what an import says of a line, in French", () => {
  const files = [
    "map-chunk.ts",
    "offers-sink.ts",
    "formats/map-offer.ts",
    "formats/map-article.ts",
    "formats/article-row.ts",
    "../offers/offer-draft.ts",
    "../offers/save-chunk.ts",
  ]

  it("has a translation of every sentence in the code", () => {
    const all = sentencesIn(files)
    expect(all.length).toBeGreaterThan(30)
    expect(all.filter((message) => problemIn("fr", { code: "", message }) === message)).toEqual([])
  })

  it("translates no sentence into one with a hole, and leaves English as it is", () => {
    for (const message of sentencesIn(files)) {
      expect(problemIn("fr", { code: "", message })).not.toMatch(/\{\d\}/)
      expect(problemIn("en", { code: "", message })).toBe(message)
    }
  })

  it("keeps what the line said", () => {
    const faulty = { sku: "A", ean: "123", prix: "douze", stock: "-3", etat: "cassé", devise: "USD" }
    const french = mapOffer({ currency: "EUR" })(faulty).complaints.map((one) => problemIn("fr", one))
    expect(french).toEqual([
      "123 n’est pas un GTIN : ses chiffres ou sa clé de contrôle sont faux",
      "Les prix sont en EUR, pas en USD",
      "douze : le prix est un montant, par exemple 12,90",
      "Le stock ne peut pas être négatif (-3)",
      "L’état est neuf, reconditionné, comme neuf ou bon état",
    ])
    const [said] = mapArticle({ source: "x", stock: 0, currency: "EUR" })({ sku: "A", prix: "5" }).complaints
    expect(problemIn("fr", said!)).toBe("Le titre manque")
    expect(problemIn("fr", { code: "NOT_WRITTEN", message: "duplicate key" })).toBe(
      "Cet article n’a pas pu être écrit (duplicate key)",
    )
  })

  it("names files that exist", () => {
    expect(files.filter((file) => !readdirSync(join(__dirname, file, "..")).includes(file.split("/").at(-1)!))).toEqual(
      [],
    )
  })
})
