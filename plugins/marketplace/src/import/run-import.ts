import type { MedusaContainer } from "@medusajs/framework/types"
import { notFound } from "@gondola/kit"
import { saveCategories } from "../catalogue/save-categories"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { retailerOf } from "../retailer/retailer-of"
import { catalogueSink } from "./catalogue-sink"
import { mapArticle } from "./formats/map-article"
import { mapOffer } from "./formats/map-offer"
import { ICECAT_CATEGORIES } from "./icecat/categories"
import { ICECAT, mapIcecat } from "./icecat/map-icecat"
import { checkpointRun, closeRun, type Counts, openRun, problemsOf } from "./import-run"
import { offersSink } from "./offers-sink"
import { error, type Mapping } from "./mapping"
import { countRecords, type FileFormat, type FileRecord, readRecords } from "./read-records"
import { type Entry, NOTHING, type Outcome, plus, type Problem, type Sink } from "./sink"

export interface ImportRequest {
  readonly file: string
  readonly format: FileFormat
  /** Handle of the seller whose offers the file has; none: the retailer's catalogue. */
  readonly seller?: string
  readonly dryRun?: boolean
  /** Go on with the run that was killed on this file. */
  readonly resume?: boolean
  /** Stock of an article when the file names none. */
  readonly stock?: number
  readonly onProgress?: (progress: ImportProgress) => void
}

export interface ImportProgress {
  /** Records passed, of the whole file. */
  readonly done: number
  readonly total: number
  /** Records that this run worked on: a resumed one passes the others by. */
  readonly worked: number
}

export interface ImportSummary extends Counts {
  readonly runId: string
  readonly total: number
  readonly problems: readonly Problem[]
}

const CHUNK = 100
const HOUSE = "house"

/**
 * Brings a file in, in chunks that are each committed with the place reached: after kill -9 a resumed run goes on
 * there. Records are found again by their key, so that a second run changes nothing.
 * @throws BAD_INPUT for a file that cannot be read | NOT_FOUND for an unknown seller
 */
export async function runImport(container: MedusaContainer, request: ImportRequest): Promise<ImportSummary> {
  const stock = request.stock ?? 20
  if (request.seller !== undefined) {
    const [seller] = await marketplaceOf(container).listSellers({ handle: request.seller })
    if (!seller) throw notFound(`Seller ${request.seller}`)
    const { setup } = await retailerOf(container)
    const mapping = mapOffer({ currency: setup.currency })
    return pour(container, { request, sellerId: seller.id, mapping, sink: offersSink(container, seller.id) })
  }
  if (request.format !== "icecat") {
    const mapping = mapArticle({ source: HOUSE, stock })
    return pour(container, { request, sellerId: null, mapping, sink: catalogueSink(container, HOUSE) })
  }
  if (!request.dryRun) await saveCategories(container, ICECAT_CATEGORIES)
  return pour(container, {
    request,
    sellerId: null,
    mapping: mapIcecat({ stock }),
    sink: catalogueSink(container, ICECAT),
  })
}

interface Pour<Draft> {
  readonly request: ImportRequest
  readonly sellerId: string | null
  readonly mapping: Mapping<Draft>
  readonly sink: Sink<Draft>
}

/** The one pipeline: parse → map → chunk → sink → checkpoint. */
async function pour<Draft>(container: MedusaContainer, { request, sellerId, mapping, sink }: Pour<Draft>) {
  const { file, format, dryRun = false, onProgress } = request
  const total = await countRecords(file, format)
  const run = await openRun(container, { sellerId, file, format, dryRun }, { resume: request.resume ?? false, total })
  const seen = new Map<string, number>()
  let done = 0
  let worked = 0
  try {
    for await (const chunk of chunksOf(readRecords(file, format))) {
      const line = chunk.at(-1)!.line
      const { entries, outcome } = mapChunk(chunk, mapping, seen)
      done += chunk.length
      // A resumed run passes the committed lines by, and only learns their keys.
      if (line > run.line) {
        worked += chunk.length
        const finish = (more: Outcome) => ({ line, records: chunk.length, outcome: plus(outcome, more) })
        if (dryRun) {
          const preview = finish(await sink.preview(entries))
          await knexOf(container).transaction((trx) => checkpointRun(trx, run.id, preview))
        } else await sink.write(entries, (trx, written) => checkpointRun(trx, run.id, finish(written)))
      }
      onProgress?.({ done, total, worked })
    }
  } catch (cause) {
    // A run that broke stays open, so that it can be resumed; a dry run has nothing to resume.
    if (dryRun) await closeRun(container, run.id, "failed")
    throw cause
  }
  await closeRun(container, run.id, "done")
  return summaryOf(container, run.id, total)
}

function mapChunk<Draft>(
  chunk: readonly FileRecord[],
  mapping: Mapping<Draft>,
  seen: Map<string, number>,
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
    const { key, draft, complaints } = mapping(item.record)
    problems.push(...complaints.map((complaint) => ({ ...complaint, line, key })))
    const twin = key ? seen.get(key) : undefined
    if (twin !== undefined)
      problems.push({
        ...error("DUPLICATE", `${key} was there on line ${twin} already; this line was left out`),
        line,
        key,
      })
    if (key && twin === undefined) seen.set(key, line)
    if (draft === null || twin !== undefined) failed += 1
    else entries.push({ line, key, draft })
  }
  return { entries, outcome: { ...NOTHING, failed, problems } }
}

async function* chunksOf(records: AsyncIterable<FileRecord>): AsyncGenerator<FileRecord[]> {
  let chunk: FileRecord[] = []
  for await (const record of records) {
    chunk.push(record)
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

async function summaryOf(container: MedusaContainer, runId: string, total: number): Promise<ImportSummary> {
  const [run] = await marketplaceOf(container).listImportRuns({ id: runId })
  if (!run) throw notFound("This import run")
  const { created, updated, unchanged, failed, proposed } = run
  return { runId, total, created, updated, unchanged, failed, proposed, problems: await problemsOf(container, runId) }
}
