import { collectCsv } from "./exportRows"

const columns = [
  { key: "a", header: "A", cell: () => null, csv: (row: number) => `=${row}` },
  { key: "do", header: "Do", cell: () => null },
]
const load = (total: number) => (page: number) =>
  Promise.resolve({
    items: Array.from({ length: Math.max(0, Math.min(2, total - (page - 1) * 2)) }, (_, i) => (page - 1) * 2 + i),
    total,
    page,
    pageSize: 2,
  })

test("writes every page once, only columns that have words, and no formulas", async () => {
  const told: string[] = []
  const answer = await collectCsv(columns, load(5), {
    language: "en",
    told: (done, total) => told.push(`${done}/${total}`),
  })
  expect(answer.csv).toBe("A\r\n'=0\r\n'=1\r\n'=2\r\n'=3\r\n'=4\r\n")
  expect(answer).toMatchObject({ rows: 5, cut: false })
  expect(told).toEqual(["2/5", "4/5", "5/5"])
})

test("ends on an empty list, and on one that shrank while it was read", async () => {
  expect((await collectCsv(columns, load(0), { language: "fr", told: () => undefined })).rows).toBe(0)
  const shrinking = (page: number) => Promise.resolve({ items: page === 1 ? [1, 2] : [], total: 9, page, pageSize: 2 })
  expect(await collectCsv(columns, shrinking, { language: "fr", told: () => undefined })).toMatchObject({
    rows: 2,
    cut: true,
  })
})
