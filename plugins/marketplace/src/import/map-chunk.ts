import { error, type Mapping } from "./mapping"
import type { FileRecord } from "./read-records"
import { type Entry, NOTHING, type Outcome, type Problem } from "./sink"

/** Lines by what they are about. */
export interface Seen {
  readonly keys: Map<string, number>
  readonly twins: Map<string, number>
}

/** What the records of a chunk mean; what was there before in the file, or means nothing, is left out with its reason. */
export function mapChunk<Draft>(
  chunk: readonly FileRecord[],
  mapping: Mapping<Draft>,
  seen: Seen,
): { entries: Entry<Draft>[]; outcome: Outcome } {
  const entries: Entry<Draft>[] = []
  const problems: Problem[] = []
  let failed = 0
  for (const item of chunk) {
    const { line, weight = 1 } = item
    if (item.fault !== undefined) {
      problems.push({ ...error("UNREADABLE", item.fault), line, key: "" })
      failed += weight
      continue
    }
    const mapped = mapping(item.record)
    const { key, draft, twins = [] } = mapped
    problems.push(...mapped.complaints.map((complaint) => ({ line, ...complaint, key })))
    const again = before(seen, key, draft === null ? [] : twins)
    if (again) problems.push({ ...again, line, key })
    if (key && !seen.keys.has(key)) seen.keys.set(key, line)
    if (draft !== null && !again) for (const twin of twins) seen.twins.set(twin, line)
    const taken = draft === null || again ? 0 : (mapped.records ?? weight)
    failed += weight - taken
    if (draft !== null && !again) entries.push({ line, key, draft, weight: taken })
  }
  return { entries, outcome: { ...NOTHING, failed, problems } }
}

function before(seen: Seen, key: string, twins: readonly string[]) {
  const first = key ? seen.keys.get(key) : undefined
  if (first !== undefined)
    return error("DUPLICATE", `${key} was there on line ${first} already; this line was left out`)
  const twin = twins.find((name) => seen.twins.has(name))
  if (twin === undefined) return null
  return error(
    "DUPLICATE_GTIN",
    `${twin} was there on line ${seen.twins.get(twin)!} already, under another SKU; this line was left out`,
  )
}
