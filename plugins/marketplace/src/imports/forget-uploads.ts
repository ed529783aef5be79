import { rm } from "node:fs/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"

const KEPT_DAYS = 30

/** Files are thrown away after 30 days, unless a run still reads them; the runs and their reports stay. */
export async function forgetUploads(container: MedusaContainer): Promise<number> {
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const old = (await knex("marketplace_import_upload as u")
    .where("u.at", "<", new Date(now.getTime() - KEPT_DAYS * 24 * 3600 * 1000))
    .whereNotExists(
      knex("marketplace_import_run as r")
        .whereRaw("r.upload_id = u.id")
        .whereIn("r.state", ["waiting", "running", "cancelling"]),
    )
    .select("u.id", "u.path")) as { id: string; path: string }[]
  for (const { id, path } of old) {
    await rm(path, { force: true })
    await knex("marketplace_import_upload").where({ id }).delete()
  }
  return old.length
}
