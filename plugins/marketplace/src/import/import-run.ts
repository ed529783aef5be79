import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { basename } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import type { Outcome, Problem } from "./sink"

export interface RunIdentity {
  readonly sellerId: string | null
  readonly file: string
  readonly format: string
  readonly dryRun: boolean
}

export interface Counts {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: number
  readonly proposed: number
}

export interface OpenRun extends Counts {
  readonly id: string
  /** Records whose chunk is committed. */
  readonly done: number
  readonly total: number
}

/** Starts a run, or goes on with the one that was killed on the same file; any other that was left open is closed. */
export async function openRun(
  container: MedusaContainer,
  identity: RunIdentity,
  options: { readonly resume: boolean; readonly total: number },
): Promise<OpenRun> {
  const marketplace = marketplaceOf(container)
  const now = clockOf(container).now()
  const file_hash = await hashOf(identity.file)
  const open = await marketplace.listImportRuns(
    { state: "running", dry_run: false, format: identity.format, seller_id: identity.sellerId, upload_id: null },
    { order: { started_at: "DESC" } },
  )
  const resumed = options.resume && !identity.dryRun ? open.find((run) => run.file_hash === file_hash) : undefined
  const given_up = identity.dryRun ? [] : open.filter((run) => run.id !== resumed?.id)
  if (given_up.length > 0)
    await marketplace.updateImportRuns(
      given_up.map((run) => ({ id: run.id, state: "failed" as const, finished_at: now })),
    )
  if (resumed) return resumed
  return marketplace.createImportRuns({
    seller_id: identity.sellerId,
    file: basename(identity.file),
    file_hash,
    format: identity.format,
    state: "running",
    dry_run: identity.dryRun,
    options: {},
    total: options.total,
    started_at: now,
  })
}

/** The chunk that ends on `line` is done: counts, problems and how many records are behind it, or none of them. */
export async function checkpointRun(
  trx: Knex.Transaction,
  runId: string,
  at: { readonly line: number; readonly records: number; readonly outcome: Outcome },
): Promise<void> {
  const { created, updated, unchanged, failed, proposed, problems } = at.outcome
  await trx("marketplace_import_run")
    .where({ id: runId })
    .update({
      line: at.line,
      done: trx.raw("done + ?", [at.records]),
      created: trx.raw("created + ?", [created]),
      updated: trx.raw("updated + ?", [updated]),
      unchanged: trx.raw("unchanged + ?", [unchanged]),
      failed: trx.raw("failed + ?", [failed]),
      proposed: trx.raw("proposed + ?", [proposed]),
      worked: trx.raw("worked + ?", [at.records]),
      beat_at: trx.fn.now(),
      updated_at: trx.fn.now(),
    })
  const rows = problems.map((problem) => ({
    id: generateEntityId(undefined, "imprb"),
    run_id: runId,
    line: problem.line,
    source_key: problem.key || null,
    level: problem.level,
    code: problem.code,
    message: problem.message.slice(0, 2000),
  }))
  if (rows.length > 0) await trx("marketplace_import_problem").insert(rows)
}

export async function closeRun(
  container: MedusaContainer,
  runId: string,
  state: "done" | "failed" | "cancelled",
): Promise<void> {
  await marketplaceOf(container).updateImportRuns({ id: runId, state, finished_at: clockOf(container).now() })
}

/** In the order of the file. */
export async function problemsOf(container: MedusaContainer, runId: string): Promise<Problem[]> {
  return (await knexOf(container)("marketplace_import_problem")
    .where({ run_id: runId })
    .orderBy(["line", "id"])
    .select("line", "source_key as key", "level", "code", "message")) as Problem[]
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256")
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return hash.digest("base64url")
}
