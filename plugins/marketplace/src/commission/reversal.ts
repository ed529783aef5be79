import { cents, type Cents } from "@gondola/kit"
import { nextPart } from "../vat/vat-within"

/** A charge and what earlier refunds of the same line have given back of it. */
export interface ChargeState {
  /** What the shopper paid for what was charged: refunds are measured against it. */
  readonly gross: Cents
  readonly base: Cents
  readonly amount: Cents
  readonly vat: Cents
  readonly reversedGross: Cents
  readonly reversedBase: Cents
  readonly reversedAmount: Cents
  readonly reversedVat: Cents
}

export interface Reversal {
  readonly gross: Cents
  readonly base: Cents
  /** What the seller gets back, VAT included. */
  readonly amount: Cents
  readonly vat: Cents
}

/**
 * Commission given back for a refund of `refunded`. It is worked out on everything refunded so far, from the snapshot and
 * never from today's rules, so that any number of partial refunds ends exactly at what was charged and never above it; the
 * last one takes the rest. The VAT follows the amount, so that neither net nor VAT ever goes the wrong way.
 * @throws RangeError when more would be refunded than was sold
 */
export function reversalFor(charge: ChargeState, refunded: Cents): Reversal {
  if (refunded < 0) throw new RangeError("a refund is not negative")
  const total = cents(charge.reversedGross + refunded)
  if (total > charge.gross) throw new RangeError("more would be refunded than was sold")
  const amount = nextPart(charge.amount, charge.gross, total, charge.reversedAmount)
  return {
    gross: refunded,
    base: nextPart(charge.base, charge.gross, total, charge.reversedBase),
    amount,
    vat: nextPart(charge.vat, charge.amount, cents(charge.reversedAmount + amount), charge.reversedVat),
  }
}
