import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { guessFor } from "./field-names"
import type { ImportMapping, RunRow, UploadRow } from "./import-rows"

/** Whose imports: a seller's, or the retailer's own (null). */
export type Owner = string | null

const ofOwner = (query: Knex.QueryBuilder, owner: Owner): Knex.QueryBuilder =>
  query.whereRaw("seller_id is not distinct from ?", [owner])

/** @throws NOT_FOUND */
export async function readUpload(
  container: MedusaContainer,
  owner: Owner,
  id: string,
): Promise<UploadRow & { readonly guess: ImportMapping }> {
  const row = (await ofOwner(knexOf(container)("marketplace_import_upload").where({ id }), owner).first()) as
    UploadRow | undefined
  if (!row) throw notFound("This file")
  return { ...row, guess: guessFor(owner, row.columns) }
}

export type RunView = RunRow & { readonly perSecond: number | null; readonly secondsLeft: number | null }

/** Newest first. */
export async function readRuns(
  container: MedusaContainer,
  filter: { readonly owner?: Owner; readonly id?: string },
  page: { readonly skip: number; readonly take: number },
): Promise<{ rows: RunView[]; total: number }> {
  const knex = knexOf(container)
  const query = knex("marketplace_import_run").whereNull("deleted_at")
  if (filter.owner !== undefined) void ofOwner(query, filter.owner)
  if (filter.id) void query.where({ id: filter.id })
  const [count] = (await query.clone().count("id as n")) as { n: string }[]
  const rows = (await query
    .clone()
    .select("*", knex.raw("extract(epoch from (beat_at - worked_since))::float as seconds"))
    .orderBy([
      { column: "started_at", order: "desc" },
      { column: "id", order: "desc" },
    ])
    .offset(page.skip)
    .limit(page.take)) as (RunRow & { seconds: number | null })[]
  return { total: Number(count?.n ?? 0), rows: rows.map(withRate) }
}

function withRate(row: RunRow & { seconds: number | null }): RunView {
  const perSecond = row.seconds && row.seconds > 0.5 && row.worked > 0 ? row.worked / row.seconds : null
  const left = row.state === "running" && perSecond ? Math.ceil((row.total - row.done) / perSecond) : null
  return { ...row, perSecond: perSecond && Math.round(perSecond * 10) / 10, secondsLeft: left }
}

/** @throws NOT_FOUND */
export async function readRun(container: MedusaContainer, owner: Owner | undefined, id: string): Promise<RunView> {
  const { rows } = await readRuns(container, { owner, id }, { skip: 0, take: 1 })
  if (!rows[0]) throw notFound("This import")
  return rows[0]
}

export interface ProblemRow {
  readonly id: string
  readonly line: number
  readonly key: string | null
  readonly level: "error" | "warning"
  readonly code: string
  readonly message: string
}

/** In the order of the file. */
export async function readProblems(
  container: MedusaContainer,
  runId: string,
  page: { readonly skip: number; readonly take: number },
): Promise<{ rows: ProblemRow[]; total: number }> {
  const query = knexOf(container)("marketplace_import_problem").where({ run_id: runId })
  const [count] = (await query.clone().count("id as n")) as { n: string }[]
  const rows = (await query
    .clone()
    .select("id", "line", "source_key as key", "level", "code", "message")
    .orderBy(["line", "id"])
    .offset(page.skip)
    .limit(page.take)) as ProblemRow[]
  return { total: Number(count?.n ?? 0), rows }
}

const PIECE = 1000

/** Every problem, a thousand at a time. */
export async function* allProblems(container: MedusaContainer, runId: string): AsyncGenerator<ProblemRow> {
  for (let skip = 0; ; skip += PIECE) {
    const { rows } = await readProblems(container, runId, { skip, take: PIECE })
    yield* rows
    if (rows.length < PIECE) return
  }
}
