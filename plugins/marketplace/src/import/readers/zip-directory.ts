import type { FileHandle } from "node:fs/promises"

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const LARGEST_DIRECTORY = 10_000_000

/** One file in a zip, as the directory at its end describes it: what it says of sizes is only said. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  /** Of its local header. */
  readonly at: number
}

/** Null when the file has no directory that can be read. */
export async function zipDirectory(handle: FileHandle): Promise<ZipEntry[] | null> {
  const { size } = await handle.stat()
  const tail = Buffer.alloc(Math.min(size, 65_557))
  await handle.read(tail, 0, tail.length, size - tail.length)
  const end = lastIndexOf(tail, END)
  if (end < 0) return null
  const length = tail.readUInt32LE(end + 12)
  const at = tail.readUInt32LE(end + 16)
  if (at + length > size || length > LARGEST_DIRECTORY) return null
  const directory = Buffer.alloc(length)
  await handle.read(directory, 0, length, at)
  const entries: ZipEntry[] = []
  for (let from = 0; from + 46 <= length;) {
    if (directory.readUInt32LE(from) !== ENTRY) return null
    const nameLength = directory.readUInt16LE(from + 28)
    entries.push({
      name: directory.subarray(from + 46, from + 46 + nameLength).toString("utf8"),
      method: directory.readUInt16LE(from + 10),
      isEncrypted: (directory.readUInt16LE(from + 8) & 1) === 1,
      crc: directory.readUInt32LE(from + 16),
      packed: directory.readUInt32LE(from + 20),
      unpacked: directory.readUInt32LE(from + 24),
      at: directory.readUInt32LE(from + 42),
    })
    from += 46 + nameLength + directory.readUInt16LE(from + 30) + directory.readUInt16LE(from + 32)
  }
  return entries
}

/** Where the packed bytes of an entry begin; null when its own header is not there. */
export async function packedFrom(handle: FileHandle, entry: ZipEntry): Promise<number | null> {
  const header = Buffer.alloc(30)
  const { bytesRead } = await handle.read(header, 0, header.length, entry.at)
  if (bytesRead < header.length || header.readUInt32LE(0) !== LOCAL) return null
  return entry.at + header.length + header.readUInt16LE(26) + header.readUInt16LE(28)
}

function lastIndexOf(bytes: Buffer, mark: number): number {
  for (let at = bytes.length - 22; at >= 0; at -= 1) if (bytes.readUInt32LE(at) === mark) return at
  return -1
}

/** A header for an entry in front of its packed bytes, that says no more than what was found. */
export function localHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name, "utf8")
  const header = Buffer.alloc(30)
  header.writeUInt32LE(LOCAL, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(entry.method, 8)
  header.writeUInt32LE(entry.crc, 14)
  header.writeUInt32LE(entry.packed, 18)
  header.writeUInt32LE(entry.unpacked, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

/** The end of a zip whose directory nobody needs. */
export function emptyEnd(): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  return end
}
