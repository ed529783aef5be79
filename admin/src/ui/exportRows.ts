import type { Language } from "../i18n/money"
import { toCsv } from "./csv"
import type { Column } from "./DataTable"

export interface PageOf<T> {
  items: readonly T[]
  total: number
  page: number
  pageSize: number
}

/** Beyond this a spreadsheet is no help, and the browser would keep it all in memory. */
export const MOST_ROWS = 50_000

/** Every page of a list, one after the other, as rows of a CSV; `told` hears how far it is. */
export async function collectCsv<T>(
  columns: readonly Column<T>[],
  load: (page: number) => Promise<PageOf<T>>,
  { language, told }: { language: Language; told: (done: number, total: number) => void },
): Promise<{ csv: string; rows: number; cut: boolean }> {
  const written = columns.filter((column) => column.csv)
  const lines = [written.map((column) => column.header)]
  let total = 0
  for (let page = 1; lines.length - 1 < MOST_ROWS; page++) {
    const answer = await load(page)
    total = answer.total
    for (const row of answer.items) lines.push(written.map((column) => column.csv?.(row) ?? ""))
    told(lines.length - 1, total)
    if (answer.items.length === 0 || page * answer.pageSize >= total) break
  }
  return { csv: toCsv(lines, language), rows: lines.length - 1, cut: lines.length - 1 < total }
}
