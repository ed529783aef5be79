import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import { Readable } from "node:stream"
import { createInflateRaw } from "node:zlib"
import { emptyEnd, localHeader, packedFrom, type ZipEntry, zipDirectory } from "./zip-directory"

const STORED = 0
const DEFLATED = 8

export interface ZipLimits {
  /** Nothing else of the zip is read, nor handed on. */
  readonly wanted: (name: string) => boolean
  /** Bytes that all wanted entries may unpack to. */
  readonly most: number
}

/**
 * The wanted entries of a zip as a zip of their own, after each was unpacked once and counted: neither its directory nor
 * its local headers are believed. Null when it is no zip, when it unpacks to more, or when it says of an entry what is
 * not so.
 */
export async function soundZip(file: string, limits: ZipLimits): Promise<Readable | null> {
  const handle = await open(file)
  try {
    const entries = ((await zipDirectory(handle)) ?? []).filter((entry) => limits.wanted(entry.name))
    const found: Place[] = []
    let left = limits.most
    for (const entry of entries) {
      const from = await packedFrom(handle, entry)
      if (from === null || !isReadable(entry, (await handle.stat()).size - from)) return null
      const size = await unpackedSize(file, { entry, from }, left)
      if (size !== entry.unpacked) return null
      left -= size
      found.push({ entry, from })
    }
    return found.length === 0 ? null : Readable.from(zipOf(file, found), { objectMode: false })
  } finally {
    await handle.close()
  }
}

interface Place {
  readonly entry: ZipEntry
  readonly from: number
}

const isReadable = (entry: ZipEntry, left: number): boolean =>
  !entry.isEncrypted && (entry.method === STORED || entry.method === DEFLATED) && entry.packed <= left

/** Bytes that an entry really unpacks to; null for more than `most`, or for what does not unpack. */
async function unpackedSize(file: string, place: Place, most: number): Promise<number | null> {
  let size = 0
  try {
    for await (const bytes of unpacked(file, place)) {
      size += (bytes as Buffer).length
      if (size > most) return null
    }
    return size
  } catch {
    return null
  }
}

function unpacked(file: string, place: Place): Readable {
  const raw = packed(file, place)
  if (place.entry.method === STORED) return raw
  const inflate = createInflateRaw()
  raw.on("error", (cause) => inflate.destroy(cause))
  inflate.on("close", () => raw.destroy())
  return raw.pipe(inflate)
}

const packed = (file: string, { entry, from }: Place): Readable =>
  entry.packed === 0 ? Readable.from([]) : createReadStream(file, { start: from, end: from + entry.packed - 1 })

async function* zipOf(file: string, places: readonly Place[]): AsyncGenerator<Buffer> {
  for (const place of places) {
    yield localHeader(place.entry)
    yield* packed(file, place) as AsyncIterable<Buffer>
  }
  yield emptyEnd()
}
