import { createWriteStream } from "node:fs"
import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, decimalOf, notFound } from "@gondola/kit"
import { startImport } from "../imports/start-import"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { readSellerOffers, type SellerOfferFilter } from "../read-model/read-seller-offers"
import { type BulkChange, changedDraft, checkChange } from "./bulk-change"
import type { OfferDraft, Refusal } from "./offer-draft"
import { saveOffers } from "./save-offers"

/** So many are changed at once, more in the background. */
const AT_ONCE = 100
const MOST = 100_000

export interface BulkResult {
  readonly total: number
  readonly changed: number
  readonly refused: readonly Refusal[]
  /** The run that works on it, where it is long. */
  readonly runId: string | null
}

/**
 * One change for many offers of a seller: those named, or all that a filter finds. Closed offers are left alone. What the
 * change means for each offer is worked out once, so that an interrupted run raises no price twice.
 * @throws BAD_INPUT | NOT_FOUND where an id is not the seller's
 */
export async function bulkEdit(
  container: MedusaContainer,
  selection: SellerOfferFilter,
  edit: { readonly change: BulkChange; readonly actor: string },
): Promise<BulkResult> {
  checkChange(edit.change)
  const { rows, total } = await readSellerOffers(container, selection, { skip: 0, take: MOST })
  if (selection.ids && total < new Set(selection.ids).size) throw notFound("One of these offers")
  if (total > MOST) throw badInput(`At most ${MOST} offers are changed at once`)
  const open = rows.filter((row) => row.state !== "closed")
  const drafts = open.map((row) => changedDraft(row, edit.change))
  if (drafts.length > AT_ONCE) {
    const runId = await inBackground(container, selection.sellerId, { drafts, actor: edit.actor })
    return { total: drafts.length, changed: 0, refused: [], runId }
  }
  const results = await saveOffers(container, selection.sellerId, drafts)
  return {
    total: drafts.length,
    changed: results.filter((result) => result.ok && result.change === "updated").length,
    refused: results.filter((result): result is Refusal => !result.ok),
    runId: null,
  }
}

/** As a file of its own through the import: its progress, its report, its cancelling, its going on after kill -9. */
async function inBackground(
  container: MedusaContainer,
  sellerId: string,
  work: { readonly drafts: readonly OfferDraft[]; readonly actor: string },
): Promise<string> {
  const { uploads } = marketplaceOf(container).parts
  await mkdir(uploads, { recursive: true })
  const id = generateEntityId(undefined, "upl")
  const path = join(uploads, id)
  await pipeline(
    Readable.from(work.drafts.map((draft) => `${JSON.stringify(line(draft))}\n`)),
    createWriteStream(path, { mode: 0o600 }),
  )
  const columns = Object.values(MAPPING)
  await knexOf(container)("marketplace_import_upload").insert({
    id,
    seller_id: sellerId,
    file: "bulk",
    path,
    size: 0,
    file_hash: id,
    format: "json",
    encoding: "utf-8",
    columns: JSON.stringify(columns),
    sample: "[]",
    total: work.drafts.length,
    actor: work.actor,
    at: clockOf(container).now(),
  })
  return startImport(container, {
    sellerId,
    uploadId: id,
    mapping: MAPPING,
    dryRun: false,
    newState: "draft",
    actor: work.actor,
    bulk: true,
  })
}

const MAPPING = {
  sku: "sku",
  price: "price",
  beforePrice: "before price",
  stock: "stock",
  leadTimeDays: "lead time days",
  state: "status",
}

const line = (draft: OfferDraft) => ({
  sku: draft.sku,
  ...(draft.price === undefined ? {} : { price: decimalOf(draft.price).toFixed(2) }),
  ...(draft.before ? { "before price": decimalOf(draft.before).toFixed(2) } : {}),
  ...(draft.stock === undefined ? {} : { stock: String(draft.stock) }),
  ...(draft.leadTimeDays === undefined ? {} : { "lead time days": String(draft.leadTimeDays) }),
  ...(draft.state === undefined ? {} : { status: draft.state }),
})
