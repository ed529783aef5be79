import { type Cents, sum } from "@gondola/kit"
import { credit, debit, type Journal, type Told } from "@gondola/ledger"
import type { InterestShare } from "./fault"

export interface BookedInterest {
  /** The key of the late refund. */
  readonly key: string
  readonly orderId: string
  readonly orderNumber: number
  readonly currency: string
  readonly daysLate: number
  readonly at: Date
}

const text = (interest: BookedInterest): Told => ({
  code: "late_interest",
  params: { order: interest.orderNumber, days: interest.daysLate },
})

/** The shopper is owed the interest; whoever bears the delay pays it. It is no sale: no VAT moves. */
export function interestJournal(interest: BookedInterest, shares: readonly InterestShare[]): Journal {
  const note = text(interest)
  return {
    ...head(interest, "late-interest"),
    entries: [
      credit("shopper_refunds", null, "late_interest", sum(shares.map((share) => share.amount)), note),
      ...shares.map(({ sellerId, amount }) =>
        sellerId === null
          ? debit("loss", null, "late_interest", amount, note)
          : debit("seller_payable", sellerId, "late_interest", amount, note),
      ),
    ],
  }
}

/** The bank transfer that brought it to the shopper. */
export function interestPaidJournal(interest: BookedInterest, amount: Cents): Journal {
  const note = text(interest)
  return {
    ...head(interest, "late-interest-paid"),
    entries: [
      debit("shopper_refunds", null, "late_interest", amount, note),
      credit("bank", null, "late_interest", amount, note),
    ],
  }
}

const head = (interest: BookedInterest, prefix: string): Omit<Journal, "entries"> => ({
  businessKey: `${prefix}:${interest.key}`,
  document: { type: "late_interest", id: interest.key },
  orderId: interest.orderId,
  currency: interest.currency,
  occurredAt: interest.at,
})
