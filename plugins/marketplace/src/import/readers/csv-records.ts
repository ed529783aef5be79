import type { Readable } from "node:stream"
import { CsvError, parse as parseCsv } from "csv-parse"
import { marketplaceError } from "../../errors"
import type { FileRecord } from "../read-records"
import { LONGEST_RECORD } from "./json-records"

/** CSV with a header line; the separator is the one that the header has most of. */
export async function* csvRecords(text: Readable): AsyncGenerator<FileRecord> {
  const head = await firstLine(text)
  const parser = text.pipe(
    parseCsv({
      columns: (header: string[]) => header.map(columnName),
      info: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
      relax_quotes: true,
      delimiter: separatorOf(head),
      max_record_size: LONGEST_RECORD,
    }),
  )
  text.on("error", (cause) => parser.destroy(cause))
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: unknown
      info: { lines: number; error?: Error }
    }>)
      yield info.error ? { line: info.lines, fault: info.error.message } : { line: info.lines, record }
  } catch (cause) {
    if (cause instanceof CsvError && cause.code === "CSV_MAX_RECORD_SIZE")
      throw marketplaceError(
        "BAD_FILE",
        `Line ${String(cause.lines)} has more than ${LONGEST_RECORD} characters: the file has no line breaks, or a quotation mark that is never closed.`,
      )
    throw cause
  }
}

/** Columns are found by their name without case and outer spaces. */
export const columnName = (name: string): string =>
  name
    .replace(/^\ufeff/, "")
    .trim()
    .toLowerCase()

/** A decimal comma must not cut a cell: only one sign separates in a file. */
export function separatorOf(head: string): string {
  const outside = head.replace(/"(?:[^"]|"")*"/g, "")
  const count = (sign: string) => outside.split(sign).length - 1
  return [";", "\t", ",", "|"].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ",")
}

/** Looks at the start of the stream and gives it back. */
async function firstLine(text: Readable): Promise<string> {
  let head = Buffer.alloc(0)
  while (!head.includes(10) && head.length < 65_536) {
    const part = (text.read() as Buffer | null) ?? (await more(text))
    if (!part) break
    head = Buffer.concat([head, part])
  }
  if (head.length > 0) text.unshift(head)
  return head
    .toString("utf8")
    .split("\n")[0]!
    .replace(/^\ufeff/, "")
}

/** Null when the stream has ended. */
function more(text: Readable): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      text.off("readable", settle).off("end", settle).off("error", fail)
      resolve(text.read() as Buffer | null)
    }
    const fail = (cause: Error) => {
      text.off("readable", settle).off("end", settle)
      reject(cause)
    }
    text.once("readable", settle).once("end", settle).once("error", fail)
  })
}
