import { cents, type Cents } from "@gondola/kit"

/** A charge and what earlier refunds of the same line have given back of it. */
export interface ChargeState {
  readonly base: Cents
  readonly amount: Cents
  readonly reversedBase: Cents
  readonly reversedAmount: Cents
}

/**
 * Commission given back for a refund of `refundedBase`. It is worked out on everything refunded so far, so that any
 * number of partial refunds ends exactly at what was charged and never above it; the last one takes the rest.
 * @throws RangeError when more would be refunded than was sold
 */
export function reversalFor(charge: ChargeState, refundedBase: Cents): Cents {
  if (refundedBase < 0) throw new RangeError("a refund is not negative")
  const total = charge.reversedBase + refundedBase
  if (total > charge.base) throw new RangeError("more would be refunded than was sold")
  if (charge.base === 0) return cents(0)
  const base = BigInt(charge.base)
  const due = (2n * BigInt(charge.amount) * BigInt(total) + base) / (2n * base)
  return cents(Math.max(0, Number(due) - charge.reversedAmount))
}
