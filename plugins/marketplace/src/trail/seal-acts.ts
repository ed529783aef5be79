import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import { FIRST_LINK, sealOf, type StoredAct } from "./act"

const BATCH = 1000
/** Ids are drawn before a commit: an act may appear below the newest sealed one, but never so far. */
const LATECOMERS = 50_000

/**
 * Chains the acts that have no seal yet. It is done apart from the deed, so that deeds never queue for one another's
 * link in the chain; from then on a change, a gap or an exchange shows.
 * @returns how many were sealed
 */
export async function sealActs(container: Pick<MedusaContainer, "resolve">): Promise<number> {
  let sealed = 0
  for (;;) {
    const now = await knexOf(container).transaction(sealBatch)
    sealed += now
    if (now < BATCH) return sealed
  }
}

async function sealBatch(trx: Knex.Transaction): Promise<number> {
  await trx.raw("select pg_advisory_xact_lock(hashtext('marketplace_act_seal'))")
  const last = (await trx("marketplace_act_seal").orderBy("seq", "desc").first("seq", "hash", "act_id")) as
    { seq: string; hash: string; act_id: string } | undefined
  const acts = (await trx("marketplace_act as a")
    .leftJoin("marketplace_act_seal as s", "s.act_id", "a.id")
    .whereNull("s.seq")
    .where("a.id", ">", Number(last?.act_id ?? 0) - LATECOMERS)
    .orderBy("a.id")
    .limit(BATCH)
    .select("a.*")) as StoredAct[]
  let link = last?.hash ?? FIRST_LINK
  let seq = Number(last?.seq ?? 0)
  const seals = acts.map((act) => {
    const previous = link
    link = sealOf(previous, act)
    return { seq: ++seq, act_id: act.id, previous, hash: link }
  })
  if (seals.length > 0) await trx("marketplace_act_seal").insert(seals)
  return seals.length
}
