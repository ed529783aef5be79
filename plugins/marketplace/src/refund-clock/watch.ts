import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { faceUrl } from "../notifications/face-url"
import { tellOperator } from "../sellers/tell"
import { bookLateInterest } from "./book-interest"
import { type Alert, alertOf, ALERTS, plusDays, SOON_DAYS } from "./clock"
import { alertLetter } from "./letters"
import { owedSql } from "./sources"

interface Running {
  readonly key: string
  readonly owed: number
  readonly currency: string
  readonly due_at: Date
  readonly number: number
}

const BATCH = 2000
/** Refunds paid longer ago had their interest booked when they were paid, or by an earlier run. */
const LOOK_BACK_DAYS = 60

/**
 * Tells the operator of refunds on day 10, on day 13 and on the first late day: one letter for each alert, and each refund
 * in it once. Then books the interest that a process which died left out.
 * @returns how many refunds were told of
 */
export async function watchRefundClocks(container: MedusaContainer): Promise<number> {
  const now = clockOf(container).now()
  let told = 0
  for (;;) {
    const some = await tellSome(container, now)
    told += some
    if (some < BATCH) break
  }
  for (const key of await unbooked(knexOf(container), now)) {
    try {
      await bookLateInterest(container, key)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Interest on ${key} is not booked: ${why}`)
    }
  }
  return told
}

async function tellSome(container: MedusaContainer, now: Date): Promise<number> {
  return knexOf(container).transaction(async (trx) => {
    // Two servers at once: the second finds the rows of the first.
    await trx.raw(`select pg_advisory_xact_lock(hashtext('refund-clock-alerts'))`)
    const running = await reachedUntold(trx, now)
    for (const alert of ALERTS) {
      const reached = running.filter((refund) => alertOf(refund.due_at, now) === alert)
      if (reached.length > 0) await tell(container, { alert, reached, now }, trx)
    }
    return running.length
  })
}

/** Owed refunds whose present alert was not told. A later alert is told whether or not the earlier ones were. */
async function reachedUntold(trx: Knex.Transaction, now: Date): Promise<Running[]> {
  const { rows } = (await trx.raw(
    `select owed.key, owed.owed, owed.currency, owed.due_at, placed.number from ${owedSql()}
     join marketplace_placed_order placed on placed.order_id = owed.order_id
     cross join lateral (select (owed.due_at at time zone 'Europe/Paris')::date - :today::date as days) remaining
     where owed.refunded_at is null and owed.due_at is not null and remaining.days <= :soon
       and not exists (select 1 from marketplace_refund_alert told where told.key = owed.key and told.alert =
         case when remaining.days < 0 then 'LATE' when remaining.days <= 1 then 'LAST_DAYS' else 'SOON' end)
     order by owed.due_at, owed.key limit :batch`,
    { today: dayOf(now), soon: SOON_DAYS, batch: BATCH },
  )) as { rows: Running[] }
  return rows
}

async function tell(
  container: MedusaContainer,
  { alert, reached, now }: { readonly alert: Alert; readonly reached: readonly Running[]; readonly now: Date },
  trx: Knex.Transaction,
): Promise<void> {
  await trx("marketplace_refund_alert").insert(reached.map(({ key }) => ({ key, alert, told_at: now })))
  const refunds = reached.map((refund) => ({
    number: refund.number,
    owed: { amount: Number(refund.owed), currency: refund.currency },
    dueAt: refund.due_at,
  }))
  const url = faceUrl(container, "portal", `/operator/refunds${alert === "LATE" ? "?state=LATE" : ""}`)
  await tellOperator(
    container,
    {
      key: `refund-clock:${alert}:${reached[0]!.key}:${reached.length}:${now.getTime()}`,
      kind: `refund.${alert === "LATE" ? "late" : "due-soon"}`,
      letter: alertLetter(alert, refunds, url),
      about: { type: "refund", id: reached[0]!.key },
    },
    trx,
  )
}

async function unbooked(knex: Knex, now: Date): Promise<string[]> {
  const { rows } = (await knex.raw(
    `select owed.key from ${owedSql()} where owed.refunded_at is not null and owed.refunded_at > owed.due_at
       and owed.refunded_at >= :since::date
       and not exists (select 1 from marketplace_late_interest i where i.key = owed.key) limit ${BATCH}`,
    { since: plusDays(dayOf(now), -LOOK_BACK_DAYS) },
  )) as { rows: { key: string }[] }
  return rows.map(({ key }) => key)
}
