import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { type Cents, cents, clockOf } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { dayOf } from "../figures/paris-time"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { faceUrl } from "../notifications/face-url"
import { notify } from "../notifications/notify"
import { orderPeople } from "../orders/order-people"
import { tellSeller } from "../sellers/tell"
import { systemActor } from "../trail/actor-of"
import { recordAct } from "../trail/record-act"
import { daysLate } from "./clock"
import { faultOf, type InterestShare, sharesOf } from "./fault"
import { type BookedInterest, interestJournal } from "./interest-journal"
import { type LateInterest, lateInterest } from "./late-interest"
import { lateRefundLetter, sellerInterestLetter } from "./letters"
import { readLegalRates } from "./rates"
import { owedSql } from "./sources"

interface PaidRefund {
  readonly key: string
  readonly kind: string
  readonly order_id: string
  readonly owed: number
  readonly currency: string
  readonly started_at: Date
  readonly due_at: Date | null
  readonly refunded_at: Date | null
  readonly share_key: string | null
}

/**
 * A refund that left after its last day: the shopper is owed interest from this moment. Row, journal, letters and act are
 * one transaction, once for each refund; in time, nothing happens. Call it after the refund is settled; the job calls it
 * for what a crash left out.
 * @returns the interest, 0 when the refund was in time or is still owed
 */
export async function bookLateInterest(container: MedusaContainer, key: string): Promise<Cents> {
  return knexOf(container).transaction(async (trx) => {
    const refund = (await trx.from(trx.raw(owedSql())).where("key", key).first("*")) as PaidRefund | undefined
    if (!refund?.refunded_at || !refund.due_at || daysLate(refund.due_at, refund.refunded_at) === 0) return cents(0)
    const rates = await readLegalRates(trx)
    const interest = lateInterest(
      cents(refund.owed),
      { dueDay: dayOf(refund.due_at), paidDay: dayOf(refund.refunded_at) },
      rates,
    )
    const parts = (await trx("marketplace_refund_share")
      .where("key", refund.share_key)
      .select("seller_id as sellerId", "amount")) as { sellerId: string | null; amount: number }[]
    const fault = await faultOf(trx, key)
    const shares = interest.amount > 0 ? sharesOf(interest.amount, fault.bearer, parts) : []
    const inserted = await trx("marketplace_late_interest")
      .insert({
        key,
        kind: refund.kind,
        order_id: refund.order_id,
        currency: refund.currency,
        owed: refund.owed,
        started_at: refund.started_at,
        due_at: refund.due_at,
        refunded_at: refund.refunded_at,
        days_late: interest.daysLate,
        surcharge_bps: interest.surchargeBps,
        amount: interest.amount,
        rates: JSON.stringify(rates.map(({ from, bps }) => ({ from, bps }))),
        bearer: fault.bearer,
        reason: fault.reason,
        shares: JSON.stringify(shares),
        booked_at: clockOf(container).now(),
      })
      .onConflict("key")
      .ignore()
      .returning("key")
    if (inserted.length > 0 && interest.amount > 0)
      await bookAndTell(container, { refund, interest, shares, reason: fault.reason ?? "" }, trx)
    return interest.amount
  })
}

interface Booking {
  readonly refund: PaidRefund
  readonly interest: LateInterest
  readonly shares: readonly InterestShare[]
  readonly reason: string
}

async function bookAndTell(
  container: MedusaContainer,
  { refund, interest, shares, reason }: Booking,
  trx: Knex.Transaction,
): Promise<void> {
  const people = await peopleOfOrder(container, refund.order_id, trx)
  const booked: BookedInterest = {
    key: refund.key,
    orderId: refund.order_id,
    orderNumber: people.number,
    currency: refund.currency,
    daysLate: interest.daysLate,
    at: refund.refunded_at!,
  }
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  await ledger.post([interestJournal(booked, shares)], trx)
  await recordAct(
    container,
    {
      key: `late-interest:${refund.key}`,
      actor: systemActor("refund-clock"),
      action: "refund.interest",
      subject: { type: "refund", id: refund.key },
      orderId: refund.order_id,
      details: { daysLate: interest.daysLate, amount: interest.amount, currency: refund.currency, shares },
    },
    trx,
  )
  const money = (amount: number) => ({ amount, currency: refund.currency })
  await notify(
    container,
    {
      key: `late-interest:${refund.key}`,
      to: people.shopper.to,
      kind: "refund.late-interest",
      letter: lateRefundLetter({
        number: people.number,
        refund: money(refund.owed),
        interest: money(interest.amount),
        dueAt: refund.due_at!,
        refundedAt: refund.refunded_at!,
        daysLate: interest.daysLate,
        url: people.shopper.url,
      }),
      about: { type: "order", id: refund.order_id },
    },
    trx,
  )
  for (const { sellerId, amount } of shares) {
    const [seller] = sellerId ? await marketplaceOf(container).listSellers({ id: sellerId }) : []
    if (!seller) continue
    const url = faceUrl(container, "portal", "/seller/statement")
    const letter = sellerInterestLetter({
      number: people.number,
      share: money(amount),
      daysLate: interest.daysLate,
      reason,
      url,
    })
    await tellSeller(
      container,
      seller,
      { key: `late-interest:${refund.key}:${seller.id}`, kind: "refund.late-interest", letter },
      trx,
    )
  }
}

/** The shopper of an order and where it is read: the same for every part of it. */
export async function peopleOfOrder(container: MedusaContainer, orderId: string, trx: Knex | Knex.Transaction) {
  const part = (await trx("marketplace_seller_order").where("order_id", orderId).orderBy("id").first("id")) as
    { id: string } | undefined
  if (!part) throw new Error(`order ${orderId} has no part`)
  return orderPeople(container, part.id, trx)
}
