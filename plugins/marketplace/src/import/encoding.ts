import { createReadStream } from "node:fs"
import { Transform } from "node:stream"
import { marketplaceError } from "../errors"

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"

/**
 * Reads the file once in pieces: a byte order mark decides; else whole UTF-8; else Windows-1252, the encoding of
 * spreadsheets in Western Europe, when no byte speaks against it.
 * @throws BAD_ENCODING
 */
export async function detectEncoding(file: string): Promise<Encoding> {
  const utf8 = new TextDecoder("utf-8", { fatal: true })
  let isUtf8 = true
  let strange = 0
  let first = true
  for await (const part of createReadStream(file)) {
    const bytes = part as Buffer
    if (first) {
      const mark = markOf(bytes)
      if (mark) return mark
      first = false
    }
    for (const byte of bytes) if (NEVER_TEXT.has(byte)) strange += 1
    if (isUtf8) isUtf8 = decodes(utf8, bytes)
  }
  if (isUtf8 && decodes(utf8)) {
    if (strange === 0) return "utf-8"
  } else if (strange === 0) return "windows-1252"
  throw marketplaceError(
    "BAD_ENCODING",
    "This file is not text in UTF-8 or Windows-1252. Save it again as «CSV UTF-8», or send the XLSX itself.",
  )
}

/** Control characters stand in no text, whatever the encoding. */
const NEVER_TEXT = new Set([
  ...Array.from({ length: 32 }, (_, n) => n).filter((n) => ![9, 10, 12, 13].includes(n)),
  127,
])

function markOf(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  return null
}

function decodes(decoder: TextDecoder, bytes?: Buffer): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined })
    return true
  } catch {
    return false
  }
}

/** Bytes of one encoding to UTF-8, without the byte order mark. */
export function toUtf8(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding)
  return new Transform({
    transform(bytes: Buffer, _encoding, done) {
      done(null, Buffer.from(decoder.decode(bytes, { stream: true })))
    },
    flush(done) {
      done(null, Buffer.from(decoder.decode()))
    },
  })
}
