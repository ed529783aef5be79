import { BatchWriter } from "./batch-writer"

describe("batch writer", () => {
  it("answers after the write, in batches no larger than asked", async () => {
    const batches: number[][] = []
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (open = resolve))
    const writer = new BatchWriter<number>(
      async (rows) => {
        await gate
        batches.push([...rows])
      },
      { rows: 3, waitMs: 5 },
    )
    let answered = 0
    const all = [1, 2, 3, 4, 5, 6, 7].map((n) => writer.write(n).then(() => answered++))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(answered).toBe(0)
    open()
    await Promise.all(all)
    expect(batches).toEqual([[1, 2, 3], [4, 5, 6], [7]])
  })

  it("tells everyone of a batch that failed, and goes on with the next", async () => {
    let broken = true
    const writer = new BatchWriter<number>(
      async () => {
        if (broken) throw new Error("the database is away")
      },
      { rows: 2, waitMs: 5 },
    )
    const results = await Promise.allSettled([writer.write(1), writer.write(2)])
    expect(results.map((r) => r.status)).toEqual(["rejected", "rejected"])
    broken = false
    const next = writer.write(3)
    await writer.flush()
    await expect(next).resolves.toBeUndefined()
  })
})
