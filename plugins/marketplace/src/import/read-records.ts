import { createReadStream } from "node:fs"
import type { Readable } from "node:stream"
import { createGunzip } from "node:zlib"
import { badInput, GondolaError } from "@gondola/kit"
import { detectEncoding, type Encoding, toUtf8 } from "./encoding"
import { csvRecords } from "./readers/csv-records"
import { jsonRecords } from "./readers/json-records"
import { xlsxRecords } from "./readers/xlsx-records"

export type FileFormat = "icecat" | "json" | "csv" | "xlsx"

/** A record with the line it starts on (from 1), or why that line could not be read; `weight`: records of the file that it stands for. */
export type FileRecord =
  | { readonly line: number; readonly record: unknown; readonly fault?: undefined; readonly weight?: number }
  | { readonly line: number; readonly fault: string; readonly weight?: undefined }

/**
 * Streams a file: JSON Lines or an array for icecat and json, CSV with a header line, the first sheet of a workbook;
 * `.gz` is unpacked on the way.
 * @throws BAD_INPUT | BAD_ENCODING | BAD_FILE
 */
export async function* readRecords(file: string, format: FileFormat, known?: Encoding): AsyncGenerator<FileRecord> {
  if (format === "xlsx") {
    yield* guarded(file, xlsxRecords(file))
    return
  }
  const isPacked = file.endsWith(".gz")
  const encoding = known ?? (isPacked ? "utf-8" : await encodingOf(file))
  const raw = createReadStream(file)
  const bytes: Readable = isPacked ? raw.pipe(createGunzip()) : raw
  // pipe() does not carry an error on: a missing file must end the reading, not hang it.
  raw.on("error", (cause) => bytes.destroy(cause))
  const text = encoding === "utf-8" ? bytes : bytes.pipe(toUtf8(encoding))
  if (text !== bytes) bytes.on("error", (cause) => text.destroy(cause))
  try {
    yield* guarded(file, format === "csv" ? csvRecords(text) : jsonRecords(text))
  } finally {
    raw.destroy()
  }
}

async function encodingOf(file: string): Promise<Encoding> {
  try {
    return await detectEncoding(file)
  } catch (cause) {
    throw said(file, cause)
  }
}

async function* guarded(file: string, records: AsyncGenerator<FileRecord>): AsyncGenerator<FileRecord> {
  try {
    yield* records
  } catch (cause) {
    throw said(file, cause)
  }
}

const said = (file: string, cause: unknown): Error =>
  cause instanceof GondolaError
    ? cause
    : badInput(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`)

/** For the progress bar; reads the file once. */
export async function countRecords(file: string, format: FileFormat): Promise<number> {
  let count = 0
  for await (const _ of readRecords(file, format)) count += 1
  return count
}
