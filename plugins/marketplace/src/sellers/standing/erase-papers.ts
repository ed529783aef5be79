import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../../modules/marketplace/resolve"
import { recordAct } from "../../trail/record-act"
import { systemActor } from "../../trail/actor-of"

/** DSA art. 30 (5): what was collected about a trader is kept until six months after the end, and not longer. */
export const papersKeptUntil = (closedAt: Date): Date => {
  const day = closedAt.getUTCDate()
  const until = new Date(closedAt)
  until.setUTCMonth(until.getUTCMonth() + 6)
  // 31 August plus six months is the last day of February.
  if (until.getUTCDate() !== day) until.setUTCDate(0)
  return until
}

/** Directive 2011/16/EU annex V, IV: what was collected for DAC7 is kept for ten years at most. */
const TAX_YEARS = 10

async function forgetTaxPersons(knex: Knex, now: Date): Promise<void> {
  const before = new Date(now)
  before.setUTCFullYear(before.getUTCFullYear() - TAX_YEARS)
  const gone = knex("marketplace_seller").where({ state: "closed" }).where("closed_at", "<=", before).select("id")
  await knex("marketplace_dac7_person").whereIn("seller_id", gone).delete()
}

/** Erases files, phone and stream numbers of sellers who left; what the books need (name, numbers) stays. */
export async function erasePapers(container: MedusaContainer): Promise<string[]> {
  const knex = knexOf(container)
  const now = clockOf(container).now()
  await forgetTaxPersons(knex, now)
  const closed = (await knex("marketplace_seller")
    .where({ state: "closed" })
    .whereNull("papers_erased_at")
    .whereNotNull("closed_at")
    .select("id", "closed_at")) as { id: string; closed_at: Date }[]
  const due = closed.filter((seller) => papersKeptUntil(seller.closed_at) <= now).map(({ id }) => id)
  for (const id of due)
    await knex.transaction(async (trx) => {
      const files = (await trx("marketplace_seller_document").where({ seller_id: id }).pluck("file_id")) as (
        string | null
      )[]
      await trx("marketplace_private_file")
        .whereIn("id", files.filter(Boolean) as string[])
        .delete()
      await trx("marketplace_seller_document").where({ seller_id: id }).update({ file_name: "(erased)" })
      await trx("marketplace_seller_epr").where({ seller_id: id }).delete()
      await trx("marketplace_seller").where({ id }).update({ phone: "", presentation: "{}", papers_erased_at: now })
      await recordAct(
        container,
        {
          actor: systemActor("watch-sellers"),
          action: "seller.erase_papers",
          subject: { type: "seller", id },
          sellerId: id,
        },
        trx,
      )
    })
  return due
}
