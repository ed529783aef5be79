import { createInterface } from "node:readline"
import type { Readable } from "node:stream"
import type { FileRecord } from "../read-records"

export const LONGEST_RECORD = 1_000_000

/** JSON Lines: one object a line; or one array of objects, read object by object. */
export async function* jsonRecords(text: Readable): AsyncGenerator<FileRecord> {
  let line = 0
  let cutter: ObjectCutter | null = null
  for await (const content of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1
    if (cutter === null && content.trim() === "") continue
    cutter ??= content.trimStart().startsWith("[") ? new ObjectCutter() : NO_CUTTER
    if (cutter !== NO_CUTTER) yield* cutter.take(content, line)
    else if (content.length > LONGEST_RECORD) yield { line, fault: tooLong(LONGEST_RECORD) }
    else if (content.trim()) yield parsed(line, content)
  }
  if (cutter && cutter !== NO_CUTTER) yield* cutter.end()
}

/** Cuts an array of objects into its objects, however the lines fall. */
class ObjectCutter {
  #depth = 0
  #inText = false
  #escaped = false
  #object = ""
  #from = 0
  #tooLong = false

  take(content: string, line: number): FileRecord[] {
    const cut: FileRecord[] = []
    for (const sign of content) {
      if (this.#depth > 0) this.#keep(sign)
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false
        else if (sign === "\\") this.#escaped = true
        else if (sign === '"') this.#inText = false
      } else if (sign === '"') this.#inText = true
      else if (sign === "{") {
        if (this.#depth === 0) {
          this.#object = sign
          this.#from = line
        }
        this.#depth += 1
      } else if (sign === "}" && this.#depth > 0) {
        this.#depth -= 1
        if (this.#depth === 0) cut.push(this.#cut())
      }
    }
    if (this.#depth > 0) this.#keep("\n")
    return cut
  }

  end(): FileRecord[] {
    return this.#depth > 0 ? [{ line: this.#from, fault: "The file ends in the middle of this object" }] : []
  }

  #keep(sign: string): void {
    if (this.#object.length < LONGEST_RECORD) this.#object += sign
    else this.#tooLong = true
  }

  #cut(): FileRecord {
    const record = this.#tooLong
      ? { line: this.#from, fault: tooLong(LONGEST_RECORD) }
      : parsed(this.#from, this.#object)
    this.#tooLong = false
    this.#object = ""
    return record
  }
}

const NO_CUTTER = new ObjectCutter()
const tooLong = (most: number): string => `This record is longer than ${most} characters`

function parsed(line: number, content: string): FileRecord {
  try {
    return { line, record: JSON.parse(content) as unknown }
  } catch (cause) {
    return { line, fault: `This is not a JSON object: ${(cause as Error).message}` }
  }
}
