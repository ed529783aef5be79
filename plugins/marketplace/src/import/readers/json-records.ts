import type { Readable } from "node:stream"
import { StringDecoder } from "node:string_decoder"
import type { FileRecord } from "../read-records"

export const LONGEST_RECORD = 1_000_000

/**
 * JSON Lines: one object a line; or one array of objects, read object by object. No more than the longest record is held,
 * however long a line or the whole array is.
 */
export async function* jsonRecords(text: Readable): AsyncGenerator<FileRecord> {
  const decoder = new StringDecoder("utf8")
  let cutter: Cutter | null = null
  let blank = ""
  for await (const bytes of text) {
    const part = blank + decoder.write(bytes as Buffer)
    const first = part.trimStart()[0]
    // Nothing but space so far says nothing yet; the line breaks in it count.
    blank = cutter || first ? "" : part.slice(0, LONGEST_RECORD)
    cutter ??= first ? (first === "[" ? new ObjectCutter() : new LineCutter()) : null
    if (cutter) yield* cutter.take(part)
  }
  if (cutter) yield* [...cutter.take(decoder.end()), ...cutter.end()]
}

interface Cutter {
  take(part: string): FileRecord[]
  end(): FileRecord[]
}

class LineCutter implements Cutter {
  readonly #held = new Held()
  #line = 1

  take(part: string): FileRecord[] {
    const cut: FileRecord[] = []
    let from = 0
    for (let end = part.indexOf("\n"); end >= 0; end = part.indexOf("\n", from)) {
      this.#held.keep(part.slice(from, end))
      cut.push(...this.#cut())
      this.#line += 1
      from = end + 1
    }
    this.#held.keep(part.slice(from))
    return cut
  }

  end(): FileRecord[] {
    return this.#cut()
  }

  #cut(): FileRecord[] {
    const content = this.#held.take()
    if (content === null) return [{ line: this.#line, fault: TOO_LONG }]
    return content.trim() ? [parsed(this.#line, content)] : []
  }
}

/** Cuts an array of objects into its objects, however the lines fall. */
class ObjectCutter implements Cutter {
  readonly #held = new Held()
  #line = 1
  #depth = 0
  #inText = false
  #escaped = false
  #from = 0

  take(part: string): FileRecord[] {
    const cut: FileRecord[] = []
    let from = 0
    for (let at = 0; at < part.length; at += 1) {
      const sign = part[at]
      if (sign === "\n") this.#line += 1
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false
        else if (sign === "\\") this.#escaped = true
        else if (sign === '"') this.#inText = false
      } else if (sign === '"') this.#inText = true
      else if (sign === "{") {
        if (this.#depth === 0) {
          from = at
          this.#from = this.#line
        }
        this.#depth += 1
      } else if (sign === "}" && this.#depth > 0) {
        this.#depth -= 1
        if (this.#depth > 0) continue
        this.#held.keep(part.slice(from, at + 1))
        cut.push(this.#cut())
      }
    }
    if (this.#depth > 0) this.#held.keep(part.slice(from))
    return cut
  }

  end(): FileRecord[] {
    return this.#depth > 0 ? [{ line: this.#from, fault: "The file ends in the middle of this object" }] : []
  }

  #cut(): FileRecord {
    const content = this.#held.take()
    return content === null ? { line: this.#from, fault: TOO_LONG } : parsed(this.#from, content)
  }
}

/** Text that grows up to the longest record; what is longer is not kept at all. */
class Held {
  #parts = ""
  #tooLong = false

  keep(text: string): void {
    if (this.#tooLong) return
    this.#tooLong = this.#parts.length + text.length > LONGEST_RECORD
    this.#parts = this.#tooLong ? "" : this.#parts + text
  }

  /** Null when it was too long. */
  take(): string | null {
    const content = this.#tooLong ? null : this.#parts
    this.#parts = ""
    this.#tooLong = false
    return content
  }
}

const TOO_LONG = `This record is longer than ${LONGEST_RECORD} characters`

function parsed(line: number, content: string): FileRecord {
  try {
    return { line, record: JSON.parse(content.trim()) as unknown }
  } catch (cause) {
    return { line, fault: `This is not a JSON object: ${(cause as Error).message}` }
  }
}
