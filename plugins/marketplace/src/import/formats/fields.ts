import { type Cents, centsOfDecimal } from "@gondola/kit"

/** Names of columns or keys, the first that is there counts: lower case. */
export type FieldNames = readonly string[]

export type Fields = Readonly<Record<string, unknown>>

/** Keys of a record in lower case; null when it is no record at all. */
export function fieldsOf(record: unknown): Fields | null {
  if (typeof record !== "object" || record === null || Array.isArray(record)) return null
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]))
}

export function textOf(fields: Fields, names: FieldNames): string {
  for (const name of names) {
    const value = fields[name]
    if (typeof value === "string" && value.trim()) return value.trim()
    if (typeof value === "number") return String(value)
    // Pictures or warnings of a JSON feed.
    if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join("|")
  }
  return ""
}

/** `12.5`, `12,50` and `1 234,50` are decimal amounts. Null for anything else. */
export function priceOf(text: string): Cents | null {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, "").replace(",", ".")
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? centsOfDecimal(Number(plain)) : null
}

/** Null for anything but a whole number from 0. */
export const wholeOf = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)
