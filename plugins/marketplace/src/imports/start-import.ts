import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { fieldNamesOf } from "./field-names"
import type { ImportMapping, UploadRow } from "./import-rows"
import { workImports } from "./work-imports"

export interface ImportOrder {
  readonly sellerId: string | null
  readonly uploadId: string
  readonly mapping: ImportMapping | null
  readonly dryRun: boolean
  /** State of new offers that say none. */
  readonly newState: "draft" | "active"
  readonly actor: string
  /** Made of a change to many offers, not of a file. */
  readonly bulk?: boolean
}

/** Queues an import of an uploaded file and begins to work on it. @throws NOT_FOUND | BAD_INPUT */
export async function startImport(container: MedusaContainer, order: ImportOrder): Promise<string> {
  const knex = knexOf(container)
  const upload = (await knex("marketplace_import_upload")
    .where({ id: order.uploadId })
    .whereRaw("seller_id is not distinct from ?", [order.sellerId])
    .first()) as UploadRow | undefined
  if (!upload) throw notFound("This file")
  const mapping = order.mapping && checked(order.mapping, upload)
  if (order.sellerId && !mapping?.sku) throw badInput("Say which column has the SKU")
  if (!order.sellerId && mapping && !mapping.sku && !mapping.key) throw badInput("Say which column has the SKU")
  const id = generateEntityId(undefined, "imp")
  await knex("marketplace_import_run").insert({
    id,
    seller_id: order.sellerId,
    file: upload.file,
    file_hash: upload.file_hash,
    format: upload.format,
    state: "waiting",
    dry_run: order.dryRun,
    total: upload.total,
    started_at: clockOf(container).now(),
    upload_id: upload.id,
    path: upload.path,
    mapping: mapping && JSON.stringify(mapping),
    options: JSON.stringify({ newState: order.newState, encoding: upload.encoding, bulk: order.bulk ?? false }),
    actor: order.actor,
  })
  // Not awaited: the caller looks at the progress. A process that dies leaves it to the job.
  void workImports(container)
  return id
}

function checked(mapping: ImportMapping, upload: UploadRow): ImportMapping {
  const known = new Set<string>(fieldNamesOf(upload.seller_id))
  for (const [field, column] of Object.entries(mapping)) {
    if (!known.has(field)) throw badInput(`There is no field ${field}`)
    if (!upload.columns.includes(column)) throw badInput(`The file has no column ${column}`)
  }
  return mapping
}

/** @throws NOT_FOUND; a run that has ended stays as it is */
export async function cancelImport(
  container: MedusaContainer,
  run: { readonly id: string; readonly sellerId: string | null },
): Promise<void> {
  const knex = knexOf(container)
  const mine = knex("marketplace_import_run")
    .where({ id: run.id })
    .whereRaw("seller_id is not distinct from ?", [run.sellerId])
  if (!(await mine.clone().first("id"))) throw notFound("This import")
  const now = clockOf(container).now()
  await mine.clone().where({ state: "waiting" }).update({ state: "cancelled", finished_at: now })
  await mine.clone().where({ state: "running" }).whereNotNull("upload_id").update({ state: "cancelling" })
}
