import type { Cents } from "@gondola/kit"

export interface PricePoint {
  readonly price: Cents
  readonly validFrom: Date
}

const DAYS_30 = 30 * 24 * 3600 * 1000

/**
 * Lowest price of the 30 days before the present reduction (directive 98/6/EC art. 6a, code de la consommation
 * L112-1-1). A reduction is announced while the last change went down, for 30 days at most; cuts less than 30 days apart
 * count as one reduction, whose reference is taken before the first of them.
 * @returns null when the present price is no reduction
 */
export function priorPrice(history: readonly PricePoint[], now: Date): Cents | null {
  const past = changes(history.filter((point) => point.validFrom.getTime() <= now.getTime()))
  const current = past.at(-1)
  if (!current) return null
  let start = past.length - 1
  while (start > 0 && goesOn(past, start)) start -= 1
  if (start === past.length - 1) return null
  const firstCut = past[start + 1]!.validFrom.getTime()
  if (now.getTime() - past.at(-1)!.validFrom.getTime() > DAYS_30) return null
  const before = past.slice(0, start + 1).filter((_, index) => {
    const until = past[index + 1]!.validFrom.getTime()
    return until > firstCut - DAYS_30
  })
  const lowest = Math.min(...before.map((point) => point.price)) as Cents
  return lowest > current.price ? lowest : null
}

/** The change at `index` is a cut of the reduction that the next change belongs to. */
function goesOn(past: readonly PricePoint[], index: number): boolean {
  if (past[index]!.price >= past[index - 1]!.price) return false
  const next = past[index + 1]
  return !next || next.validFrom.getTime() - past[index]!.validFrom.getTime() < DAYS_30
}

/** Oldest first, without the points that repeat the price before. */
function changes(points: readonly PricePoint[]): PricePoint[] {
  return [...points]
    .sort((a, b) => a.validFrom.getTime() - b.validFrom.getTime() || b.price - a.price)
    .filter((point, index, all) => index === 0 || point.price !== all[index - 1]!.price)
}
