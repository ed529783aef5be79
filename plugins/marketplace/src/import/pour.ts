import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import { gathered, type GroupOf } from "./gather"
import type { Encoding } from "./encoding"
import { checkpointRun } from "./import-run"
import { mapChunk, type Seen } from "./map-chunk"
import type { Mapping } from "./mapping"
import { nextSize, type Pace } from "./pace"
import { type FileFormat, type FileRecord, readRecords } from "./read-records"
import { type Outcome, plus, type Sink } from "./sink"

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
  /** Records with the same answer are one, wherever in the file they stand. */
  readonly groupOf?: GroupOf
  readonly sink: Sink<Draft>
  readonly pace: Pace
  readonly run: { readonly id: string; readonly done: number; readonly total: number }
  readonly onProgress?: (progress: ImportProgress) => void | Promise<void>
  /** Asked between chunks. */
  readonly isStopped?: () => Promise<boolean>
}

const FIRST_CHUNK = 25

/**
 * The one pipeline: parse → map → chunk → sink → checkpoint. Goes on after as many records as the run has committed:
 * counted, since a file may have all its records on one line.
 * @returns "stopped" when it was asked to
 */
export async function pour<Draft>(container: MedusaContainer, input: Pour<Draft>): Promise<"done" | "stopped"> {
  const { run, mapping, sink, dryRun } = input
  const seen: Seen = { keys: new Map(), twins: new Map() }
  let done = 0
  let worked = 0
  let size = Math.max(input.pace.least, Math.min(FIRST_CHUNK, input.pace.most))
  const read = () => readRecords(input.file, input.format, input.encoding)
  const records = input.groupOf ? gathered(read, input.groupOf) : read()
  for await (const chunk of chunksOf(records, { size: () => size, cutAt: run.done })) {
    const line = chunk.at(-1)!.line
    const weight = weightOf(chunk)
    const { entries, outcome } = mapChunk(chunk, mapping, seen)
    done += weight
    // A resumed run passes the committed records by, and only learns their keys.
    if (done > run.done) {
      if (await input.isStopped?.()) return "stopped"
      const from = performance.now()
      worked += weight
      const finish = (more: Outcome) => ({ line, records: weight, outcome: plus(outcome, more) })
      if (dryRun) {
        const preview = finish(await sink.preview(entries))
        await knexOf(container).transaction((trx) => checkpointRun(trx, run.id, preview))
      } else await sink.write(entries, (trx, written) => checkpointRun(trx, run.id, finish(written)))
      size = nextSize(input.pace, { size: chunk.length, ms: performance.now() - from })
    }
    await input.onProgress?.({ done, total: run.total, worked })
  }
  return "done"
}

const weightOf = (chunk: readonly FileRecord[]): number => chunk.reduce((sum, record) => sum + (record.weight ?? 1), 0)

/** A chunk never lies on both sides of what is committed. */
async function* chunksOf(
  records: AsyncIterable<FileRecord>,
  at: { readonly size: () => number; readonly cutAt: number },
): AsyncGenerator<FileRecord[]> {
  let chunk: FileRecord[] = []
  let passed = 0
  for await (const record of records) {
    chunk.push(record)
    passed += record.weight ?? 1
    if (chunk.length < at.size() && passed !== at.cutAt) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}
