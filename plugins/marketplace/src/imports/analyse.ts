import { open } from "node:fs/promises"
import { marketplaceError } from "../errors"
import { detectEncoding, type Encoding } from "../import/encoding"
import { readRecords } from "../import/read-records"

export interface Analysis {
  readonly format: "csv" | "xlsx" | "json"
  readonly encoding: Encoding
  /** As the mapping names them: lower case. */
  readonly columns: readonly string[]
  /** The first records. */
  readonly sample: readonly Readonly<Record<string, string>>[]
  readonly total: number
}

const SAMPLE = 5
const MOST_COLUMNS = 200
const MOST_RECORDS = 200_000

/** What a file is, by its content and not its name. @throws BAD_FILE | BAD_ENCODING */
export async function analyse(path: string): Promise<Analysis> {
  const format = await formatOf(path)
  const encoding = format === "xlsx" ? "utf-8" : await detectEncoding(path)
  const columns = new Set<string>()
  const sample: Record<string, string>[] = []
  let total = 0
  for await (const item of readRecords(path, format, encoding)) {
    total += 1
    if (total > MOST_RECORDS)
      throw marketplaceError("IMPORT_TOO_LARGE", `A file may have ${MOST_RECORDS} lines. Split it into several.`)
    const record = item.fault === undefined ? item.record : null
    const isRecord = typeof record === "object" && record !== null && !Array.isArray(record)
    if (!isRecord || sample.length >= SAMPLE) continue
    const flat = Object.fromEntries(
      Object.entries(record).map(([key, value]) => [
        key.toLowerCase(),
        (typeof value === "object" ? JSON.stringify(value) : String(value)).slice(0, 200),
      ]),
    )
    for (const key of Object.keys(flat)) if (columns.size < MOST_COLUMNS) columns.add(key)
    sample.push(flat)
  }
  if (columns.size === 0)
    throw marketplaceError(
      "BAD_FILE",
      "No line with columns was found: the first line names them (sku, gtin, price …).",
    )
  return { format, encoding, columns: [...columns], sample, total }
}

async function formatOf(path: string): Promise<Analysis["format"]> {
  const handle = await open(path)
  try {
    const head = Buffer.alloc(512)
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    if (bytesRead === 0) throw marketplaceError("BAD_FILE", "This file is empty.")
    if (head.subarray(0, 2).toString("latin1") === "PK") return "xlsx"
    if (head.readUInt32BE(0) === 0xd0cf11e0)
      throw marketplaceError("BAD_FILE", "This is an old XLS workbook. Save it as XLSX or CSV.")
    return /^[\ufeff\s]*[[{]/.test(head.subarray(0, bytesRead).toString("utf8")) ? "json" : "csv"
  } finally {
    await handle.close()
  }
}
