import type { Readable } from "node:stream"
import { stream, type CellValue } from "exceljs"
import { marketplaceError } from "../../errors"
import type { FileRecord } from "../read-records"
import { columnName } from "./csv-records"
import { soundZip } from "./sound-zip"

const MOST_UNPACKED = 300_000_000
/** Pictures and what else a workbook carries is not looked at. */
const PARTS =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/sheet\d+\.xml)$/
const MOST_COLUMNS = 200

/**
 * First sheet of a workbook; the first row that is not empty names the columns. A formula is never worked out here: its
 * last result counts, and it stays text.
 * @throws BAD_FILE
 */
export async function* xlsxRecords(file: string): AsyncGenerator<FileRecord> {
  const zip = await soundZip(file, { wanted: (name) => PARTS.test(name), most: MOST_UNPACKED })
  if (!zip)
    throw marketplaceError("BAD_FILE", "This workbook cannot be read or is too large when unpacked. Save it as CSV.")
  try {
    yield* rowsOf(zip)
  } finally {
    zip.destroy()
  }
}

async function* rowsOf(zip: Readable): AsyncGenerator<FileRecord> {
  const workbook = new stream.xlsx.WorkbookReader(zip, {
    worksheets: "emit",
    sharedStrings: "cache",
    hyperlinks: "ignore",
    styles: "ignore",
    entries: "emit",
  })
  for await (const sheet of workbook) {
    let columns: string[] | null = null
    for await (const row of sheet) {
      const values = row.values as CellValue[]
      const texts = Array.from({ length: Math.min(values.length, MOST_COLUMNS + 1) - 1 }, (_, at) =>
        textOf(values[at + 1]),
      )
      if (texts.every((text) => text === "")) continue
      if (columns === null) {
        columns = texts.map((text) => columnName(String(text)))
        continue
      }
      const named = columns
      yield {
        line: row.number,
        record: Object.fromEntries(named.flatMap((name, at) => (name ? [[name, texts[at] ?? ""]] : []))),
      }
    }
    return
  }
}

function textOf(value: CellValue | undefined): string | number {
  if (value === null || value === undefined) return ""
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(6)))
  if (typeof value === "string") return value.trim()
  if (typeof value === "boolean") return value ? "1" : "0"
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if ("richText" in value) return value.richText.map(({ text }) => text).join("")
  if ("formula" in value || "sharedFormula" in value) return textOf(value.result as CellValue)
  if ("text" in value) return textOf(value.text as CellValue)
  return ""
}
