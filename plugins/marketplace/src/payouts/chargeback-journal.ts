import { allocate, type Cents, cents, sum } from "@gondola/kit"
import { credit, debit, type Entry, type Journal, type Told } from "@gondola/ledger"

/** Who pays while the shopper's bank has the money back: each trader for its part, or the house for all. */
export type ChargebackBearer = "TRADERS" | "HOUSE"

export interface TraderPart {
  /** Null: the retailer. */
  readonly sellerId: string | null
  /** Its part of the payment less what was refunded. */
  readonly amount: Cents
}

export interface Chargeback {
  readonly disputeId: string
  readonly orderId: string
  readonly orderNumber: number
  readonly currency: string
  readonly amount: Cents
  readonly at: Date
}

/** Largest remainder over what each trader still has of the payment; the retailer's part and the house's are one. */
export function chargebackShares(
  amount: Cents,
  parts: readonly TraderPart[],
  bearer: ChargebackBearer,
): { sellerId: string | null; amount: Cents }[] {
  if (bearer === "HOUSE" || parts.length === 0) return [{ sellerId: null, amount }]
  const shares = allocate(
    amount,
    parts.map((part) => Math.max(0, part.amount)),
  )
  return parts
    .map((part, index) => ({ sellerId: part.sellerId, amount: shares[index] ?? cents(0) }))
    .filter((share) => share.amount > 0)
}

export const chargebackKey = (disputeId: string): string => `chargeback:${disputeId}`
export const wonKey = (disputeId: string): string => `chargeback-won:${disputeId}`
export const chargebackFeeKey = (disputeId: string, fee: number): string => `chargeback-fee:${disputeId}:${fee}`

/** The provider took the money back: nobody's revenue changes, but somebody's pocket does. */
export function chargebackJournal(of: Chargeback, shares: ReturnType<typeof chargebackShares>): Journal {
  const note: Told = { code: "chargeback", params: { order: of.orderNumber } }
  return {
    ...head(of, chargebackKey(of.disputeId)),
    entries: [
      credit("provider_clearing", null, "chargeback", sum(shares.map((share) => share.amount)), note),
      ...shares.map((share) => bearing(share, note)),
    ],
  }
}

const bearing = ({ sellerId, amount }: { sellerId: string | null; amount: Cents }, note: Told): Entry =>
  sellerId === null
    ? debit("loss", null, "chargeback", amount, note)
    : debit("seller_payable", sellerId, "chargeback", amount, note)

/** The house won: whoever bore it gets back exactly what it bore. */
export function wonJournal(of: Chargeback, shares: ReturnType<typeof chargebackShares>): Journal {
  const note: Told = { code: "chargeback_won", params: { order: of.orderNumber } }
  return {
    ...head(of, wonKey(of.disputeId)),
    entries: [
      debit("provider_clearing", null, "chargeback_reversal", sum(shares.map((share) => share.amount)), note),
      ...shares.map(({ sellerId, amount }) =>
        sellerId === null
          ? credit("loss", null, "chargeback_reversal", amount, note)
          : credit("seller_payable", sellerId, "chargeback_reversal", amount, note),
      ),
    ],
  }
}

/** What the provider asks for a dispute is the house's; `change` is negative where it gives some of it back. */
export function chargebackFeeJournal(of: Chargeback, total: Cents, change: number): Journal {
  const note: Told = { code: "provider_fee", params: { order: of.orderNumber } }
  const amount = cents(Math.abs(change))
  const [from, to] = change > 0 ? [debit, credit] : [credit, debit]
  return {
    ...head(of, chargebackFeeKey(of.disputeId, total)),
    entries: [
      from("provider_fees", null, "provider_fee", amount, note),
      to("provider_clearing", null, "provider_fee", amount, note),
    ],
  }
}

const head = (of: Chargeback, businessKey: string): Omit<Journal, "entries"> => ({
  businessKey,
  document: { type: "chargeback", id: of.disputeId },
  orderId: of.orderId,
  currency: of.currency,
  occurredAt: of.at,
})
