import type { MedusaContainer } from "@medusajs/framework/types"
import { notFound } from "@gondola/kit"
import { saveCategories } from "../catalogue/save-categories"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { retailerOf } from "../retailer/retailer-of"
import { catalogueSink } from "./catalogue-sink"
import { groupOfArticle, mapArticle } from "./formats/map-article"
import { mapOffer } from "./formats/map-offer"
import { ICECAT_CATEGORIES } from "./icecat/categories"
import { ICECAT, mapIcecat } from "./icecat/map-icecat"
import type { GroupOf } from "./gather"
import { closeRun, type Counts, openRun, problemsOf } from "./import-run"
import { offersSink } from "./offers-sink"
import type { Mapping } from "./mapping"
import { type ImportProgress, pour } from "./pour"
import { countRecords, type FileFormat } from "./read-records"
import type { Problem, Sink } from "./sink"

export type { ImportProgress }

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

export interface ImportSummary extends Counts {
  readonly runId: string
  readonly total: number
  readonly problems: readonly Problem[]
}

/** Nobody waits for a process of its own. */
const PACE = { least: 100, most: 100, aimMs: 0 }
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
    return work(container, { request, sellerId: seller.id, mapping, sink: offersSink(container, seller.id) })
  }
  if (request.format !== "icecat") {
    const { setup } = await retailerOf(container)
    const mapping = mapArticle({ source: HOUSE, stock, currency: setup.currency })
    return work(container, {
      request,
      sellerId: null,
      mapping,
      groupOf: groupOfArticle(),
      sink: catalogueSink(container, HOUSE),
    })
  }
  if (!request.dryRun) await saveCategories(container, ICECAT_CATEGORIES)
  return work(container, {
    request,
    sellerId: null,
    mapping: mapIcecat({ stock }),
    sink: catalogueSink(container, ICECAT),
  })
}

interface Work<Draft> {
  readonly request: ImportRequest
  readonly sellerId: string | null
  readonly mapping: Mapping<Draft>
  readonly groupOf?: GroupOf
  readonly sink: Sink<Draft>
}

async function work<Draft>(
  container: MedusaContainer,
  { request, sellerId, mapping, groupOf, sink }: Work<Draft>,
): Promise<ImportSummary> {
  const { file, format, dryRun = false, onProgress } = request
  const total = await countRecords(file, format)
  const run = await openRun(container, { sellerId, file, format, dryRun }, { resume: request.resume ?? false, total })
  try {
    const at = { id: run.id, done: run.done, total }
    await pour(container, { file, format, dryRun, mapping, groupOf, sink, pace: PACE, run: at, onProgress })
  } catch (cause) {
    // A run that broke stays open, so that it can be resumed; a dry run has nothing to resume.
    if (dryRun) await closeRun(container, run.id, "failed")
    throw cause
  }
  await closeRun(container, run.id, "done")
  return summaryOf(container, run.id, total)
}

async function summaryOf(container: MedusaContainer, runId: string, total: number): Promise<ImportSummary> {
  const [run] = await marketplaceOf(container).listImportRuns({ id: runId })
  if (!run) throw notFound("This import run")
  const { created, updated, unchanged, failed, proposed } = run
  return { runId, total, created, updated, unchanged, failed, proposed, problems: await problemsOf(container, runId) }
}
