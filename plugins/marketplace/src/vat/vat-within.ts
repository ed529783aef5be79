import { cents, type Cents } from "@gondola/kit"

/** The VAT that a price with VAT contains; half a cent away from zero. */
export function vatWithin(gross: Cents, rateBps: number): Cents {
  if (!Number.isInteger(rateBps) || rateBps < 0) throw new RangeError("a VAT rate is a whole number of basis points")
  const whole = BigInt(10_000 + rateBps)
  const numerator = BigInt(Math.abs(gross)) * BigInt(rateBps)
  return cents(Math.sign(gross) * Number((2n * numerator + whole) / (2n * whole)))
}

/**
 * The part of `amount` that belongs to `upTo` of `whole`, less what was given before: any number of steps ends exactly at
 * `amount`, and no step is negative.
 */
export function nextPart(amount: Cents, whole: Cents, upTo: Cents, givenBefore: Cents): Cents {
  if (whole === 0) return cents(0)
  const due = (2n * BigInt(amount) * BigInt(upTo) + BigInt(whole)) / (2n * BigInt(whole))
  return cents(Math.max(0, Number(due) - givenBefore))
}
