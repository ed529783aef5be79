import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { clockOf, GondolaError } from "@gondola/kit"
import { catalogueSink } from "../import/catalogue-sink"
import { groupOfArticle, mapArticle } from "../import/formats/map-article"
import { mapOffer } from "../import/formats/map-offer"
import { offersSink } from "../import/offers-sink"
import { pour, type Pour } from "../import/pour"
import { knexOf } from "../modules/marketplace/resolve"
import { retailerOf } from "../retailer/retailer-of"
import type { RunRow } from "./import-rows"
import { statisticsOf } from "./refresh-statistics"
import { tellFinished } from "./tell-finished"

/** Beside people who wait for the same process: its longest step without a breath grows with the chunk. */
const PACE = { least: 10, most: 60, aimMs: 1_000 }
/** A run whose process has not been heard of for so long is taken over. */
const SILENCE = "60 seconds"
const BEAT_MS = 15_000
const HOUSE = "house"

const working = new Map<MedusaContainer, Promise<number>>()

/** Works on what waits, one run after the other; once at a time in a process. @returns runs that were ended */
export function workImports(container: MedusaContainer): Promise<number> {
  const before = working.get(container)
  if (before) return before
  const now = workAll(container).finally(() => working.delete(container))
  working.set(container, now)
  return now
}

async function workAll(container: MedusaContainer): Promise<number> {
  let ended = 0
  try {
    for (let run = await claim(container); run; run = await claim(container)) {
      await workOn(container, run)
      ended += 1
    }
  } catch (cause) {
    // The run keeps its place; the job takes it up again.
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`Imports stopped: ${String(cause)}`)
  }
  return ended
}

/** The oldest run that waits or lost its process. */
async function claim(container: MedusaContainer): Promise<RunRow | undefined> {
  const { rows } = await knexOf(container).raw<{ rows: RunRow[] }>(
    `update marketplace_import_run r set worked = 0, worked_since = now(), beat_at = now(),
       state = case when r.state = 'cancelling' then 'cancelling' else 'running' end
     where r.id = (
       select id from marketplace_import_run
       where upload_id is not null and (state = 'waiting'
         or (state in ('running', 'cancelling') and coalesce(beat_at, '-infinity') < now() - interval '${SILENCE}'))
       order by started_at, id for update skip locked limit 1)
     returning *`,
  )
  return rows[0]
}

async function workOn(container: MedusaContainer, run: RunRow): Promise<void> {
  const knex = knexOf(container)
  const beat = setInterval(() => {
    void knex("marketplace_import_run")
      .where({ id: run.id })
      .update({ beat_at: knex.fn.now() })
      .catch(() => undefined)
  }, BEAT_MS)
  beat.unref()
  const end = (state: "done" | "failed" | "cancelled", fault: string | null = null) =>
    knex("marketplace_import_run")
      .where({ id: run.id })
      .update({ state, fault, finished_at: clockOf(container).now() })
  try {
    const outcome = await pourRun(container, run)
    await end(outcome === "stopped" ? "cancelled" : "done")
    await tellFinished(container, run.id)
  } catch (cause) {
    // What the file or the seller's state does wrong will not mend itself; anything else is tried again.
    if (!(cause instanceof GondolaError)) throw cause
    await end("failed", cause.message)
    await tellFinished(container, run.id)
  } finally {
    clearInterval(beat)
  }
}

async function pourRun(container: MedusaContainer, run: RunRow): Promise<"done" | "stopped"> {
  const { setup } = await retailerOf(container)
  const knex = knexOf(container)
  const refresh = statisticsOf(knex)
  const usual = {
    file: run.path!,
    format: run.format,
    encoding: run.options.encoding,
    dryRun: run.dry_run,
    pace: PACE,
    run,
    onProgress: run.dry_run ? undefined : ({ worked }) => refresh(worked),
    isStopped: async () => {
      const row = (await knex("marketplace_import_run").where({ id: run.id }).first("state")) as { state: string }
      return row.state === "cancelling"
    },
  } satisfies Partial<Pour<unknown>>
  if (run.seller_id === null)
    return pour(container, {
      ...usual,
      mapping: mapArticle({ source: HOUSE, stock: 0, currency: setup.currency, mapping: run.mapping }),
      // A file whose columns name no group is read once.
      groupOf: run.mapping && !run.mapping.group ? undefined : groupOfArticle(run.mapping),
      sink: catalogueSink(container, HOUSE),
    })
  return pour(container, {
    ...usual,
    mapping: mapOffer({ currency: setup.currency, mapping: run.mapping }),
    sink: offersSink(container, run.seller_id, { newState: run.options.newState ?? "draft", runId: () => run.id }),
  })
}
