import { open } from "node:fs/promises"

const END = 0x06054b50
const ENTRY = 0x02014b50

/** Bytes that a zip file says it unpacks to, from its directory: nothing is unpacked. Null when it has none. */
export async function unpackedSize(file: string): Promise<number | null> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const tail = Buffer.alloc(Math.min(size, 65_557))
    await handle.read(tail, 0, tail.length, size - tail.length)
    const end = lastIndexOf(tail, END)
    if (end < 0) return null
    const length = tail.readUInt32LE(end + 12)
    const at = tail.readUInt32LE(end + 16)
    if (at + length > size || length > 10_000_000) return null
    const directory = Buffer.alloc(length)
    await handle.read(directory, 0, length, at)
    let total = 0
    for (let entry = 0; entry + 46 <= length;) {
      if (directory.readUInt32LE(entry) !== ENTRY) return null
      total += directory.readUInt32LE(entry + 24)
      entry +=
        46 +
        directory.readUInt16LE(entry + 28) +
        directory.readUInt16LE(entry + 30) +
        directory.readUInt16LE(entry + 32)
    }
    return total
  } finally {
    await handle.close()
  }
}

function lastIndexOf(bytes: Buffer, mark: number): number {
  for (let at = bytes.length - 22; at >= 0; at -= 1) if (bytes.readUInt32LE(at) === mark) return at
  return -1
}
