import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, cents, clockOf, notFound } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"
import { notify } from "../notifications/notify"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"
import { peopleOfOrder } from "./book-interest"
import { interestPaidJournal } from "./interest-journal"
import { interestPaidLetter } from "./letters"
import type { InterestRow } from "./read-owed"

/**
 * The operator has sent the interest from the bank and names the order there. Once: a second call changes nothing.
 * @throws NOT_FOUND | BAD_INPUT
 */
export async function payLateInterest(
  container: MedusaContainer,
  { key, reference }: { readonly key: string; readonly reference: string },
  actor: Act["actor"],
): Promise<void> {
  const named = reference.trim()
  if (named.length < 3 || named.length > 100)
    throw badInput("Name the bank transfer in 3 to 100 characters", { field: "reference" })
  const now = clockOf(container).now()
  await knexOf(container).transaction(async (trx) => {
    const row = (await trx("marketplace_late_interest").where("key", key).forUpdate().first()) as
      InterestRow | undefined
    if (!row || row.amount === 0) throw notFound("This interest")
    if (row.paid_at) return
    await trx("marketplace_late_interest")
      .where("key", key)
      .update({ paid_at: now, reference: named, paid_by: actor.id })
    const people = await peopleOfOrder(container, row.order_id, trx)
    const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
    const booked = {
      key,
      orderId: row.order_id,
      orderNumber: people.number,
      currency: row.currency,
      daysLate: row.days_late,
      at: now,
    }
    await ledger.post([interestPaidJournal(booked, cents(row.amount))], trx)
    const details = { amount: row.amount, currency: row.currency, reference: named }
    const subject = { type: "refund", id: key }
    await recordAct(container, { actor, action: "refund.interest_paid", subject, orderId: row.order_id, details }, trx)
    const money = (amount: number) => ({ amount, currency: row.currency })
    const story = {
      number: people.number,
      refund: money(row.owed),
      interest: money(row.amount),
      dueAt: row.due_at,
      refundedAt: row.refunded_at,
      daysLate: row.days_late,
      url: people.shopper.url,
    }
    await notify(
      container,
      {
        key: `late-interest-paid:${key}`,
        to: people.shopper.to,
        kind: "refund.late-interest",
        letter: interestPaidLetter(story, named),
        about: { type: "order", id: row.order_id },
      },
      trx,
    )
  })
}
