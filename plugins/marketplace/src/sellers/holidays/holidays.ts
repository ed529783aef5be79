import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, notFound } from "@gondola/kit"
import { dayOf, startOfDay } from "../../figures/paris-time"
import { knexOf } from "../../modules/marketplace/resolve"
import { alignShelf } from "../../offers/align-shelf"
import type { Act } from "../../trail/act"
import { recordAct } from "../../trail/record-act"
import { withSellerLock } from "../with-seller-lock"
import type { Closure } from "./closure"

export interface Holiday extends Closure {
  readonly id: string
}

const LONGEST_DAYS = 366
const MOST = 50
const DAY_MS = 86_400_000

/** Closed from the first instant of `from` to the last of `lastDay`, in the retailer's time. */
export async function addHoliday(
  container: MedusaContainer,
  sellerId: string,
  { from, lastDay, actor }: { from: string; lastDay: string; actor: Act["actor"] },
): Promise<string> {
  const interval = intervalOf(from, lastDay)
  const now = clockOf(container).now()
  if (interval.until <= now) throw badInput("This closure is over already", { field: "lastDay" })
  const id = generateEntityId(undefined, "hol")
  await withSellerLock(container, sellerId, async () => {
    await knexOf(container).transaction(async (trx) => {
      const open = (await trx("marketplace_seller_holiday")
        .where({ seller_id: sellerId })
        .whereNull("cancelled_at")
        .where("until_at", ">", now)
        .count("id as n")) as { n: string }[]
      if (Number(open[0]?.n) >= MOST) throw badInput(`At most ${MOST} closures may be planned`)
      await trx("marketplace_seller_holiday").insert({
        id,
        seller_id: sellerId,
        from_at: interval.from,
        until_at: interval.until,
        created_at: now,
      })
      await recordAct(
        container,
        {
          actor,
          action: "holiday.add",
          subject: { type: "seller_holiday", id },
          sellerId,
          details: { from, lastDay },
        },
        trx,
      )
    })
    await alignShelf(container, sellerId)
  })
  return id
}

export function intervalOf(from: string, lastDay: string): Closure {
  for (const [field, day] of Object.entries({ from, lastDay }))
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw badInput("A day is written YYYY-MM-DD", { field })
  if (lastDay < from) throw badInput("The last day comes before the first", { field: "lastDay" })
  const start = startOfDay(from)
  // Noon of the day after, whatever the season did to the hours between.
  const until = startOfDay(dayOf(new Date(+startOfDay(lastDay) + 1.5 * DAY_MS)))
  if (+until - +start > LONGEST_DAYS * DAY_MS)
    throw badInput("A closure lasts a year at most; close the shop instead", { field: "lastDay" })
  return { from: start, until }
}

/** @throws NOT_FOUND for another seller's */
export async function cancelHoliday(
  container: MedusaContainer,
  sellerId: string,
  { id, actor }: { id: string; actor: Act["actor"] },
): Promise<void> {
  await withSellerLock(container, sellerId, async () => {
    await knexOf(container).transaction(async (trx) => {
      const changed = await trx("marketplace_seller_holiday")
        .where({ id, seller_id: sellerId })
        .whereNull("cancelled_at")
        .update({ cancelled_at: clockOf(container).now() })
      if (changed === 0) throw notFound("This closure")
      await recordAct(
        container,
        { actor, action: "holiday.cancel", subject: { type: "seller_holiday", id }, sellerId },
        trx,
      )
    })
    await alignShelf(container, sellerId)
  })
}

/** Those that are not over, the next one first. */
export const readHolidays = async (container: MedusaContainer, sellerId: string): Promise<Holiday[]> =>
  (await knexOf(container)("marketplace_seller_holiday")
    .where({ seller_id: sellerId })
    .whereNull("cancelled_at")
    .where("until_at", ">", clockOf(container).now())
    .orderBy("from_at")
    .select("id", "from_at as from", "until_at as until")) as Holiday[]
