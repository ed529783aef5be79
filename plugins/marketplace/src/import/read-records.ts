import { createReadStream } from "node:fs"
import { createInterface } from "node:readline"
import type { Readable } from "node:stream"
import { createGunzip } from "node:zlib"
import { parse as parseCsv } from "csv-parse"
import { badInput } from "@gondola/kit"

export type FileFormat = "icecat" | "json" | "csv"

/** A record with the line it starts on (from 1), or why that line could not be read. */
export type FileRecord =
  | { readonly line: number; readonly record: unknown; readonly fault?: undefined }
  | { readonly line: number; readonly fault: string }

const LONGEST_LINE = 1_000_000

/** Streams a file: JSON Lines for icecat and json, CSV with a header line; `.gz` is unpacked on the way. */
export async function* readRecords(file: string, format: FileFormat): AsyncGenerator<FileRecord> {
  const raw = createReadStream(file)
  const text: Readable = file.endsWith(".gz") ? raw.pipe(createGunzip()) : raw
  // pipe() does not carry an error on: a missing file must end the reading, not hang it.
  raw.on("error", (cause) => text.destroy(cause))
  try {
    yield* format === "csv" ? csvRecords(text) : jsonLines(text)
  } catch (cause) {
    throw badInput(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`)
  } finally {
    raw.destroy()
  }
}

async function* jsonLines(text: Readable): AsyncGenerator<FileRecord> {
  let line = 0
  for await (const content of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1
    if (!content.trim()) continue
    if (content.length > LONGEST_LINE) yield { line, fault: `The line is longer than ${LONGEST_LINE} characters` }
    else yield jsonLine(line, content)
  }
}

function jsonLine(line: number, content: string): FileRecord {
  try {
    return { line, record: JSON.parse(content) as unknown }
  } catch (cause) {
    return { line, fault: `This is not a JSON object on one line: ${(cause as Error).message}` }
  }
}

async function* csvRecords(text: Readable): AsyncGenerator<FileRecord> {
  const parser = text.pipe(
    parseCsv({
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      info: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
      delimiter: [",", ";", "\t"],
      max_record_size: LONGEST_LINE,
    }),
  )
  text.on("error", (cause) => parser.destroy(cause))
  for await (const { record, info } of parser as AsyncIterable<{
    record: unknown
    info: { lines: number; error?: Error }
  }>)
    yield info.error ? { line: info.lines, fault: info.error.message } : { line: info.lines, record }
}

/** For the progress bar; reads the file once. */
export async function countRecords(file: string, format: FileFormat): Promise<number> {
  let count = 0
  for await (const _ of readRecords(file, format)) count += 1
  return count
}
