import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { notifyAll, sellerReaders } from "../notifications/seller-readers"
import { taxDataLetter } from "./letters"
import { blockedFrom, dueRound, isBlocked, type Requests } from "./reminders"
import { type SubjectRow, taxSubjects } from "./subjects"
import { missingTaxData } from "./tax-data"

/** Sellers with whom the platform works: who sells, or may again. */
const STATES = ["active", "suspended"]

/** Requests that are still open, oldest first, by seller. */
export async function openRequests(
  knex: Knex | Knex.Transaction,
  sellerIds: readonly string[],
): Promise<Map<string, Requests>> {
  const rows = (await knex("marketplace_dac7_reminder")
    .whereIn("seller_id", sellerIds as string[])
    .whereNull("answered_at")
    .orderBy("sent_at")
    .select("seller_id", "sent_at")) as { seller_id: string; sent_at: Date }[]
  const found = new Map<string, Date[]>()
  for (const row of rows) found.set(row.seller_id, [...(found.get(row.seller_id) ?? []), new Date(row.sent_at)])
  return found
}

/** Asks who lacks tax data, twice again, and closes the requests of whoever gave them. Twice run is once run. */
export async function remindTaxData(container: MedusaContainer): Promise<number> {
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const sellers = await taxSubjects(knex, { states: STATES })
  const requests = await openRequests(
    knex,
    sellers.map((each) => each.sellerId),
  )
  let sent = 0
  for (const seller of sellers) {
    const open = requests.get(seller.sellerId) ?? []
    const missing = missingTaxData(seller.subject)
    if (missing.length === 0) {
      if (open.length > 0)
        await knex("marketplace_dac7_reminder")
          .where({ seller_id: seller.sellerId })
          .whereNull("answered_at")
          .update({ answered_at: now })
      continue
    }
    const round = dueRound(open, now)
    if (round !== null && (await ask(container, seller, { round, first: open[0] ?? now, missing, now }))) sent += 1
  }
  return sent
}

async function ask(
  container: MedusaContainer,
  seller: SubjectRow,
  request: { round: number; first: Date; missing: ReturnType<typeof missingTaxData>; now: Date },
): Promise<boolean> {
  const id = generateEntityId(undefined, "dac7")
  return knexOf(container).transaction(async (trx) => {
    const inserted = (await trx("marketplace_dac7_reminder")
      .insert({
        id,
        seller_id: seller.sellerId,
        missing: JSON.stringify(request.missing),
        round: request.round,
        sent_at: request.now,
      })
      .onConflict(trx.raw("(seller_id, round) where answered_at is null") as never)
      .ignore()
      .returning("id")) as unknown[]
    if (inserted.length === 0) return false
    await notifyAll(
      container,
      await sellerReaders(trx, seller.sellerId, "finance"),
      {
        key: `dac7:${id}`,
        kind: "tax-data.missing",
        letter: taxDataLetter({ ...request, blockedFrom: blockedFrom(request.first) }),
        about: { type: "seller", id: seller.sellerId },
      },
      trx,
    )
    return true
  })
}

/** Who is not paid now: asked, reminded twice, sixty days on, and the data still lacking. */
export async function dac7Blocks(
  container: MedusaContainer,
  sellerIds: readonly string[],
  now: Date = clockOf(container).now(),
): Promise<Set<string>> {
  const knex = knexOf(container)
  const requests = await openRequests(knex, sellerIds)
  const late = [...requests].filter(([, open]) => isBlocked(open, now)).map(([id]) => id)
  if (late.length === 0) return new Set()
  const sellers = await taxSubjects(knex, { sellerIds: late })
  return new Set(sellers.filter((each) => missingTaxData(each.subject).length > 0).map((each) => each.sellerId))
}
