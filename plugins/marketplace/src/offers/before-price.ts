import { type Cents, shareHalfUp } from "@gondola/kit"
import { priorPrice, type PricePoint } from "./prior-price"

/** A price that was asked for; `applied` is false while the offer was not on sale. */
export interface RecordedPrice extends PricePoint {
  readonly applied: boolean
}

/** «Instead of 17.00», or «−20 % from 15.00». */
export interface Announcement {
  readonly price: Cents
  readonly before: Cents
}

export interface FalseBefore {
  /** What may be announced; null when nothing may be. */
  readonly lowest: Cents | null
  readonly message: string
}

const DAYS_30 = 30 * 24 * 3600 * 1000

/**
 * A "before" price must be the lowest price of the 30 days before the reduction (L112-1-1), of this seller and this
 * offer, and must have been asked from shoppers. Prices of a draft count where they are lower: they never lift the
 * reference.
 * @returns null when the announcement is true
 */
export function falseBefore(history: readonly RecordedPrice[], said: Announcement, now: Date): FalseBefore | null {
  const asked: RecordedPrice = { price: said.price, validFrom: now, applied: true }
  const past = history.filter((point) => point.validFrom.getTime() <= now.getTime())
  const lowest = lowestIn30Days(past, now)
  if (lowest === null) return { lowest: null, message: "This offer has had no price yet, so nothing can be announced" }
  const shown = euros(lowest)
  if (said.before <= said.price)
    return { lowest, message: `A reduction goes down: ${euros(said.before)} is not above ${euros(said.price)}` }
  const applied = past.filter((point) => point.applied)
  const reference = priorPrice([...applied, asked], now)
  const true_ = reference === null ? null : (Math.min(reference, draftLowest(past, now) ?? reference) as Cents)
  if (true_ !== null && true_ === said.before) return null
  if (true_ === null || true_ <= said.price)
    return {
      lowest,
      message: `The lowest price of the last 30 days is ${shown}: ${euros(said.price)} is no reduction that may be announced`,
    }
  return {
    lowest: true_,
    message: `The lowest price of the last 30 days is ${euros(true_)}, not ${euros(said.before)}`,
  }
}

/** Price after a reduction in percent, half a cent rounded up. */
export const reducedBy = (before: Cents, percent: number): Cents =>
  (before - shareHalfUp(before, Math.round(percent * 100))) as Cents

/** Lowest price in force in the 30 days before `now`, drafts included. */
function lowestIn30Days(past: readonly RecordedPrice[], now: Date): Cents | null {
  const sorted = [...past].sort((a, b) => a.validFrom.getTime() - b.validFrom.getTime())
  const prices = sorted
    .filter((_, index) => {
      const until = sorted[index + 1]?.validFrom.getTime() ?? Number.POSITIVE_INFINITY
      return until > now.getTime() - DAYS_30
    })
    .map((point) => point.price)
  return prices.length ? (Math.min(...prices) as Cents) : null
}

function draftLowest(past: readonly RecordedPrice[], now: Date): Cents | null {
  const prices = past
    .filter((point) => !point.applied && point.validFrom.getTime() > now.getTime() - DAYS_30)
    .map((point) => point.price)
  return prices.length ? (Math.min(...prices) as Cents) : null
}

const euros = (amount: Cents): string => (amount / 100).toFixed(2)
