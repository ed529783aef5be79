import fc from "fast-check"
import { brokenAt, FIRST_HASH, trailHash, type TrailRow } from "./trail"

function chain(length: number): TrailRow[] {
  const rows: TrailRow[] = []
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const row = {
      shop_id: "lyon",
      sequence,
      at: new Date(sequence * 1000),
      actor: "staff",
      role: "clerk",
      action: "quoted",
      subject: `r${sequence}`,
      detail: "{}",
      previous_hash: rows.at(-1)?.hash ?? FIRST_HASH,
    }
    rows.push({ ...row, hash: trailHash(row) })
  }
  return rows
}

describe("trail", () => {
  it("holds, and breaks where a row was changed or taken out", () => {
    const at = fc.integer({ min: 0, max: 8 })
    expect(brokenAt(chain(10))).toBeNull()
    fc.assert(
      fc.property(at, fc.constantFrom("actor", "role", "action", "subject", "detail"), (index, field) => {
        const rows = chain(10)
        expect(brokenAt(rows.map((row, i) => (i === index ? { ...row, [field]: "other" } : row)))).toBe(index + 1)
        expect(brokenAt(rows.filter((_row, i) => i !== index))).toBe(index + 2)
      }),
    )
  })
})
