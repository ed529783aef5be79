import type { ArticleMapping } from "../import/formats/article-fields"
import type { OfferMapping } from "../import/formats/offer-fields"
import type { Encoding } from "../import/encoding"

/** Columns of a file by field: of a seller's offers, or of the retailer's articles. */
export type ImportMapping = OfferMapping & ArticleMapping

export interface UploadRow {
  readonly id: string
  readonly seller_id: string | null
  readonly file: string
  readonly path: string
  readonly size: number
  readonly file_hash: string
  readonly format: "csv" | "xlsx" | "json"
  readonly encoding: Encoding
  readonly columns: readonly string[]
  readonly sample: readonly Readonly<Record<string, string>>[]
  readonly total: number
}

export type ImportState = "waiting" | "running" | "cancelling" | "cancelled" | "done" | "failed"

export interface RunRow {
  readonly id: string
  readonly seller_id: string | null
  readonly file: string
  readonly format: "csv" | "xlsx" | "json" | "icecat"
  readonly state: ImportState
  readonly dry_run: boolean
  readonly line: number
  readonly total: number
  readonly done: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: number
  readonly proposed: number
  readonly worked: number
  readonly upload_id: string | null
  readonly path: string | null
  readonly mapping: ImportMapping | null
  readonly options: { readonly newState?: "draft" | "active"; readonly encoding?: Encoding; readonly bulk?: boolean }
  readonly actor: string | null
  readonly fault: string | null
  readonly worked_since: Date | null
  readonly started_at: Date
  readonly finished_at: Date | null
}
