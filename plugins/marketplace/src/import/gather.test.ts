import fc from "fast-check"
import { Gathered, gathered } from "./gather"
import type { FileRecord } from "./read-records"

const groupOf = (record: unknown): string | null => (record as { group: string | null }).group

async function gather(groups: readonly (string | null)[]): Promise<FileRecord[]> {
  const all: FileRecord[] = []
  async function* read(): AsyncGenerator<FileRecord> {
    for (const [at, group] of groups.entries())
      yield group === "?" ? { line: at + 2, fault: "broken" } : { line: at + 2, record: { group } }
  }
  for await (const record of gathered(read, groupOf)) all.push(record)
  return all
}

describe("records of one article, wherever they stand", () => {
  it("come together where the last of them is, each with its line", async () => {
    expect(await gather(["A", null, "B", "A", "?", "B"])).toEqual([
      { line: 3, record: { group: null } },
      {
        line: 5,
        weight: 2,
        record: new Gathered([
          { line: 2, record: { group: "A" } },
          { line: 5, record: { group: "A" } },
        ]),
      },
      { line: 6, fault: "broken" },
      expect.objectContaining({ line: 7, weight: 2 }),
    ])
  })

  it("lose no record, double none, and come in the same order again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(null, "?", "A", "B", "C")), async (groups) => {
        const first = await gather(groups)
        const lines = first.flatMap((item) =>
          item.fault === undefined && item.record instanceof Gathered
            ? item.record.records.map((one) => one.line)
            : [item.line],
        )
        expect(lines.sort((a, b) => a - b)).toEqual(groups.map((_, at) => at + 2))
        expect(first.reduce((sum, { weight = 1 }) => sum + weight, 0)).toBe(groups.length)
        expect(first.map(({ line }) => line)).toEqual(first.map(({ line }) => line).sort((a, b) => a - b))
        expect(await gather(groups)).toEqual(first)
      }),
    )
  })
})
