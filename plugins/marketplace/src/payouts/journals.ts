import { type Cents, cents } from "@gondola/kit"
import { credit, debit, type Entry, type EntryNote, type Journal } from "@gondola/ledger"

export interface PaidOut {
  readonly payoutId: string
  readonly sellerId: string
  readonly amount: Cents
  readonly currency: string
  readonly at: Date
}

export const payoutKey = (payoutId: string): string => `payout:${payoutId}`
export const payoutReturnKey = (payoutId: string): string => `payout-returned:${payoutId}`

const journal = (businessKey: string, { payoutId, currency, at }: PaidOut, entries: Entry[]): Journal => ({
  businessKey,
  document: { type: "payout", id: payoutId },
  currency,
  occurredAt: at,
  entries,
})

const note = (code: EntryNote["code"], { payoutId }: PaidOut): EntryNote => ({ code, params: { payout: payoutId } })

/** The transfer: the house owes the seller less, and waits for the bank. */
export const transferJournal = (paid: PaidOut): Journal =>
  journal(payoutKey(paid.payoutId), paid, [
    debit("seller_payable", paid.sellerId, "payment", paid.amount, note("payout", paid)),
    credit("payout_clearing", paid.sellerId, "payment", paid.amount, note("payout", paid)),
  ])

/** The bank has it: it is gone from what the provider holds for the house. */
export const paidJournal = (paid: PaidOut): Journal =>
  journal(`payout-paid:${paid.payoutId}`, paid, [
    debit("payout_clearing", paid.sellerId, "payment", paid.amount, note("payout", paid)),
    credit("provider_clearing", null, "payment", paid.amount, note("payout", paid)),
  ])

/** It came back and is owed again. `wasPaid`: the bank had it already. */
export const returnJournal = (paid: PaidOut, wasPaid: boolean): Journal =>
  journal(payoutReturnKey(paid.payoutId), paid, [
    wasPaid
      ? debit("provider_clearing", null, "payment_reversal", paid.amount, note("payout_returned", paid))
      : debit("payout_clearing", paid.sellerId, "payment_reversal", paid.amount, note("payout_returned", paid)),
    credit("seller_payable", paid.sellerId, "payment_reversal", paid.amount, note("payout_returned", paid)),
  ])

export interface ReserveMove {
  /** Unique for ever. */
  readonly key: string
  readonly document: { readonly type: string; readonly id: string }
  readonly sellerId: string
  /** Positive: into the reserve. */
  readonly amount: Cents
  readonly currency: string
  readonly at: Date
}

export function reserveJournal({ key, document, sellerId, amount, currency, at }: ReserveMove): Journal {
  const text: EntryNote = { code: "reserve", params: {} }
  const kind = amount > 0 ? "reserve_funding" : "reserve_settlement"
  const size = cents(Math.abs(amount))
  const [from, to] =
    amount > 0 ? (["seller_payable", "seller_reserve"] as const) : (["seller_reserve", "seller_payable"] as const)
  return {
    businessKey: key,
    document,
    currency,
    occurredAt: at,
    entries: [debit(from, sellerId, kind, size, text), credit(to, sellerId, kind, size, text)],
  }
}
