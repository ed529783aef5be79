import type { Micros } from "@gondola/kit"
import { allocate, type Contest } from "./allocate"
import { criticalBid } from "./price"

export const MAX_SLOTS = 40

/** Winners of one auction; its arrays are used again by the next. */
export class Outcome {
  count = 0
  /** Index into the bid columns. */
  readonly bid = new Int32Array(MAX_SLOTS)
  readonly slot = new Int32Array(MAX_SLOTS)
  readonly price = new Float64Array(MAX_SLOTS)
  readonly score = new Float64Array(MAX_SLOTS)
  readonly placed = new Int32Array(MAX_SLOTS)
  readonly without = new Int32Array(MAX_SLOTS)

  priceAt(index: number): Micros {
    return this.price[index] as Micros
  }
}

/**
 * Allocation and prices of a filled field.
 * @returns false when the field has too little room for a certain answer: fill a larger one
 */
export function settle(contest: Contest, outcome: Outcome): boolean {
  const { rules, field } = contest
  outcome.count = 0
  if (rules.thresholds.length > MAX_SLOTS) throw new RangeError(`an auction has at most ${MAX_SLOTS} slots`)
  if (!allocate(contest, null, outcome.placed)) return false
  let last = -1
  for (let slot = 0; slot < rules.thresholds.length; slot++) {
    const position = outcome.placed[slot]!
    if (position < 0) continue
    const bid = field.bid[position]!
    const advertiser = field.columns.advertiser[bid]!
    if (advertiser !== last && !allocate(contest, advertiser, outcome.without)) return false
    last = advertiser
    const at = outcome.count++
    outcome.bid[at] = bid
    outcome.slot[at] = slot
    outcome.score[at] = field.score[position]!
    outcome.price[at] = criticalBid(contest, { position, slot }, outcome.without)
  }
  return true
}
