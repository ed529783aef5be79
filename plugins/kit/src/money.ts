/**
 * Money is a whole number with its unit in the type. `Cents` are minor units (0.01 €), `Micros` are millionths
 * (0.000001 €): commerce counts in cents, bids and the ledger in micros. The currency travels beside the amount.
 */
export type Cents = number & { readonly __unit: "cents" }
export type Micros = number & { readonly __unit: "micros" }

export interface Money {
  readonly amount: Cents
  readonly currency: string
}

const MICROS_PER_CENT = 10_000

function whole(value: number, unit: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number of ${unit}`)
  return value === 0 ? 0 : value
}

/** @throws RangeError when the value is not a safe integer */
export const cents = (value: number): Cents => whole(value, "cents") as Cents
/** @throws RangeError when the value is not a safe integer */
export const micros = (value: number): Micros => whole(value, "micros") as Micros

export const microsOf = (value: Cents): Micros => micros(value * MICROS_PER_CENT)

/** Exact conversion. @throws RangeError when the amount has a fraction of a cent */
export const centsOf = (value: Micros): Cents => cents(value / MICROS_PER_CENT)

/** Medusa keeps decimal amounts (12.34); half a cent is rounded away from zero. */
export function centsOfDecimal(decimal: number): Cents {
  const scaled = Math.round(Math.abs(decimal) * 1e6) / 1e4
  return cents(Math.sign(decimal) * Math.floor(scaled + 0.5))
}

export const decimalOf = (value: Cents): number => value / 100

/** `rateBps` in basis points (1500 = 15 %, −1000 takes 10 % away), half a cent rounded away from zero. */
export function shareHalfUp(base: Cents, rateBps: number): Cents {
  const numerator = BigInt(Math.abs(base)) * BigInt(Math.abs(rateBps))
  const rounded = (numerator * 2n + 10_000n) / 20_000n
  return cents(Math.sign(base) * Math.sign(rateBps) * Number(rounded))
}

export const sum = <T extends number>(values: readonly T[]): T =>
  whole(
    values.reduce<number>((a, b) => a + b, 0),
    "units",
  ) as T

/**
 * Splits `total` by `weights` so that the parts add up exactly (largest remainder; ties go to the earlier part).
 * Equal parts when every weight is 0.
 * @throws RangeError on a negative weight or no weight
 */
export function allocate<T extends number>(total: T, weights: readonly number[]): T[] {
  if (weights.length === 0 || weights.some((w) => w < 0 || !Number.isSafeInteger(w)))
    throw new RangeError("allocate needs whole weights, none negative")
  const scale = weights.some((w) => w > 0) ? weights : weights.map(() => 1)
  const whole_ = BigInt(scale.reduce((a, b) => a + b, 0))
  const sign = total < 0 ? -1 : 1
  const amount = BigInt(Math.abs(total))
  const parts = scale.map((w, index) => ({
    index,
    part: (amount * BigInt(w)) / whole_,
    rest: (amount * BigInt(w)) % whole_,
  }))
  let left = amount - parts.reduce((a, p) => a + p.part, 0n)
  for (const p of [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left === 0n) break
    p.part += 1n
    left -= 1n
  }
  return parts.map((p) => (p.part === 0n ? 0 : sign * Number(p.part)) as T)
}
