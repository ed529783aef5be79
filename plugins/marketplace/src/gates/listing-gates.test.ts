import fc from "fast-check"
import {
  DEFAULT_POLICY,
  eprStreams,
  type ListedSheet,
  type ListingPolicy,
  missingOnSheet,
  REQUIREMENTS,
} from "./listing-gates"

const safety = {
  manufacturer: "Potier SARL",
  manufacturerContact: "securite@potier.example",
  manufacturerCountry: "fr",
  euResponsible: null,
  warnings: [],
}
const sheet = (over: Partial<ListedSheet> = {}): ListedSheet => ({
  categories: ["maison", "tasses"],
  pictures: 1,
  safety,
  guaranteeMonths: 24,
  attributes: [],
  source: null,
  ...over,
})
const blocked = (over: Partial<ListedSheet>, policy: ListingPolicy = DEFAULT_POLICY) =>
  missingOnSheet(sheet(over), policy)
    .filter((finding) => finding.level === "BLOCK")
    .map((finding) => finding.requirement)

describe("the gates of a listing", () => {
  it("lets a whole sheet through and names what is missing", () => {
    expect(missingOnSheet(sheet(), DEFAULT_POLICY)).toEqual([])
    expect(blocked({ pictures: 0 })).toEqual(["picture"])
    expect(blocked({ safety: null })).toEqual(["manufacturer"])
    expect(blocked({ safety: { ...safety, manufacturerContact: " " } })).toEqual(["manufacturer"])
    expect(blocked({ guaranteeMonths: 12 })).toEqual(["guarantee"])
  })

  it("asks for somebody in the EU when the manufacturer is outside it (GPSR art. 16)", () => {
    expect(blocked({ safety: { ...safety, manufacturerCountry: "jp" } })).toEqual(["eu_responsible"])
    expect(blocked({ safety: { ...safety, manufacturerCountry: "jp", euResponsible: "Pont SARL, Bordeaux" } })).toEqual(
      [],
    )
  })

  it("asks for warnings and indices only under the categories that need them, descendants included", () => {
    const policy: ListingPolicy = {
      ...DEFAULT_POLICY,
      rules: [
        { requirement: "warnings", categories: ["jouets"], level: "BLOCK" },
        { requirement: "repair_index", categories: ["lave-linge"], level: "BLOCK" },
      ],
    }
    expect(blocked({}, policy)).toEqual([])
    expect(blocked({ categories: ["enfants", "jouets"] }, policy)).toEqual(["warnings"])
    const washer = { categories: ["maison", "lave-linge"] }
    expect(blocked(washer, policy)).toEqual(["repair_index"])
    expect(blocked({ ...washer, attributes: [{ key: "repair_index", value: "8,1" }] }, policy)).toEqual([])
    expect(blocked({ ...washer, attributes: [{ key: "repair_index", value: 11 }] }, policy)).toEqual(["repair_index"])
  })

  it("only warns about the safety of a data pool's sheet, never about its picture", () => {
    expect(missingOnSheet(sheet({ safety: null, source: "Icecat" }), DEFAULT_POLICY)).toEqual([
      { requirement: "manufacturer", level: "WARN" },
    ])
    expect(blocked({ pictures: 0, source: "Icecat" })).toEqual(["picture"])
  })

  it("locks a category by its EPR stream", () => {
    const policy = { ...DEFAULT_POLICY, epr: [{ stream: "textile", categories: ["mode"] }] }
    expect(eprStreams(["mode", "robes"], policy)).toEqual(["textile"])
    expect(eprStreams(["maison"], policy)).toEqual([])
  })

  it("finds nothing without a rule, each requirement at most once, and only ever more with more rules", () => {
    const rule = fc.record({
      requirement: fc.constantFrom(...REQUIREMENTS),
      categories: fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 2 }),
      level: fc.constantFrom("BLOCK" as const, "WARN" as const),
    })
    const any = fc.record({
      categories: fc.array(fc.constantFrom("a", "b", "d"), { maxLength: 3 }),
      pictures: fc.nat({ max: 2 }),
      guaranteeMonths: fc.constantFrom(0, 24, 36),
    })
    fc.assert(
      fc.property(any, fc.array(rule), rule, (over, rules, more) => {
        const with_ = (list: typeof rules) => missingOnSheet(sheet(over), { ...DEFAULT_POLICY, rules: list })
        expect(with_([])).toEqual([])
        const before = with_(rules).map((f) => f.requirement)
        const after = with_([...rules, more]).map((f) => f.requirement)
        expect(new Set(after).size).toBe(after.length)
        expect(after).toEqual(expect.arrayContaining(before))
      }),
    )
  })
})
