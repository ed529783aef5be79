import { boundByTerms, earliestEffect, termsAhead, termsInForce } from "./in-force"

const DAY = 86_400_000
const published = new Date("2026-03-01T10:00:00Z")
const versions = [
  { version: 1, effectiveAt: new Date("2026-01-01T00:00:00Z") },
  { version: 2, effectiveAt: earliestEffect(published) },
]
const after = (days: number) => new Date(+published + days * DAY)

describe("terms", () => {
  it("bind fifteen days after they were announced, not an hour earlier", () => {
    expect(termsInForce(versions, after(14.9))?.version).toBe(1)
    expect(termsInForce(versions, after(15))?.version).toBe(2)
    expect(termsAhead(versions, after(1))?.version).toBe(2)
    expect(termsAhead(versions, after(15))).toBeNull()
  })

  it("leave a seller who accepted the old ones alone until then", () => {
    const old = { atApplication: true, version: 1 }
    expect(boundByTerms(versions, old, after(14))).toBe(true)
    expect(boundByTerms(versions, old, after(16))).toBe(false)
    expect(boundByTerms(versions, { atApplication: true, version: 2 }, after(16))).toBe(true)
    expect(boundByTerms(versions, { atApplication: true, version: 2 }, after(1))).toBe(true)
  })

  it("are the boxes ticked at the application while no version was published", () => {
    expect(boundByTerms([], { atApplication: true, version: null }, published)).toBe(true)
    expect(boundByTerms([], { atApplication: false, version: null }, published)).toBe(false)
    expect(boundByTerms(versions, { atApplication: true, version: null }, published)).toBe(false)
  })
})
