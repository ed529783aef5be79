import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import type { Encoding } from "./encoding"
import { checkpointRun } from "./import-run"
import { error, type Mapping } from "./mapping"
import { type FileFormat, type FileRecord, readRecords } from "./read-records"
import { type Entry, NOTHING, type Outcome, plus, type Problem, type Sink } from "./sink"

export interface ImportProgress {
  /** Records passed, of the whole file. */
  readonly done: number
  readonly total: number
  /** Records that this run worked on: a resumed one passes the others by. */
  readonly worked: number
}

export interface Pour<Draft> {
  readonly file: string
  readonly format: FileFormat
  /** Detected from the file when absent. */
  readonly encoding?: Encoding
  readonly dryRun: boolean
  readonly mapping: Mapping<Draft>
  readonly sink: Sink<Draft>
  readonly chunk: number
  readonly run: { readonly id: string; readonly line: number; readonly total: number }
  readonly onProgress?: (progress: ImportProgress) => void
  /** Asked between chunks. */
  readonly isStopped?: () => Promise<boolean>
}

/**
 * The one pipeline: parse → map → chunk → sink → checkpoint. Goes on after the run's last committed line.
 * @returns "stopped" when it was asked to
 */
export async function pour<Draft>(container: MedusaContainer, input: Pour<Draft>): Promise<"done" | "stopped"> {
  const { run, mapping, sink, dryRun } = input
  const seen: Seen = { keys: new Map(), twins: new Map() }
  let done = 0
  let worked = 0
  for await (const chunk of chunksOf(readRecords(input.file, input.format, input.encoding), input.chunk)) {
    const line = chunk.at(-1)!.line
    const { entries, outcome } = mapChunk(chunk, mapping, seen)
    done += chunk.length
    // A resumed run passes the committed lines by, and only learns their keys.
    if (line > run.line) {
      if (await input.isStopped?.()) return "stopped"
      worked += chunk.length
      const finish = (more: Outcome) => ({ line, records: chunk.length, outcome: plus(outcome, more) })
      if (dryRun) {
        const preview = finish(await sink.preview(entries))
        await knexOf(container).transaction((trx) => checkpointRun(trx, run.id, preview))
      } else await sink.write(entries, (trx, written) => checkpointRun(trx, run.id, finish(written)))
    }
    input.onProgress?.({ done, total: run.total, worked })
  }
  return "done"
}

/** Lines by what they are about. */
interface Seen {
  readonly keys: Map<string, number>
  readonly twins: Map<string, number>
}

function mapChunk<Draft>(
  chunk: readonly FileRecord[],
  mapping: Mapping<Draft>,
  seen: Seen,
): { entries: Entry<Draft>[]; outcome: Outcome } {
  const entries: Entry<Draft>[] = []
  const problems: Problem[] = []
  let failed = 0
  for (const item of chunk) {
    const { line } = item
    if (item.fault !== undefined) {
      problems.push({ ...error("UNREADABLE", item.fault), line, key: "" })
      failed += 1
      continue
    }
    const { key, draft, twin, complaints } = mapping(item.record)
    problems.push(...complaints.map((complaint) => ({ ...complaint, line, key })))
    const before = key ? seen.keys.get(key) : undefined
    const like = before === undefined && twin && draft ? seen.twins.get(twin) : undefined
    if (before !== undefined)
      problems.push({
        ...error("DUPLICATE", `${key} was there on line ${before} already; this line was left out`),
        line,
        key,
      })
    else if (like !== undefined)
      problems.push({
        ...error(
          "DUPLICATE_GTIN",
          `${twin} was there on line ${like} already, under another SKU; this line was left out`,
        ),
        line,
        key,
      })
    if (key && before === undefined) seen.keys.set(key, line)
    if (twin && draft && like === undefined) seen.twins.set(twin, line)
    if (draft === null || before !== undefined || like !== undefined) failed += 1
    else entries.push({ line, key, draft })
  }
  return { entries, outcome: { ...NOTHING, failed, problems } }
}

async function* chunksOf(records: AsyncIterable<FileRecord>, size: number): AsyncGenerator<FileRecord[]> {
  let chunk: FileRecord[] = []
  for await (const record of records) {
    chunk.push(record)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}
