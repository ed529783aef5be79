import type { AuctionRules } from "./columns"
import type { Field } from "./field"

/** The bids that came through the gate, best first, and the rules of the page. */
export interface Contest {
  readonly rules: AuctionRules
  readonly field: Field
}

const EMPTY = -1

/** May the bid stand in `slot`, given who stands in the slots before it? Dedupe, brand cap, separation. */
export function fits({ rules, field }: Contest, placed: Int32Array, bid: number, slot: number): boolean {
  const { columns } = field
  let ofBrand = 0
  const group = columns.group[bid]!
  for (let before = 0; before < slot; before++) {
    const position = placed[before]!
    if (position === EMPTY) continue
    const other = field.bid[position]!
    if (columns.product[other] === columns.product[bid]) return false
    if (columns.brand[other] === columns.brand[bid] && ++ofBrand >= rules.maxPerBrand) return false
    if (group !== 0 && columns.group[other] === group && slot - before <= rules.separation) return false
  }
  return rules.maxPerBrand > 0
}

/**
 * Greedy, slot by slot: the best bid that fits; the slot stays empty when that bid is below its threshold.
 * `placed[slot]` becomes a position in the field, or -1. Bids of the advertiser `absent` are passed over.
 * @returns false when the field ended before the bids did: try again with more room
 */
export function allocate(contest: Contest, absent: number | null, placed: Int32Array): boolean {
  const { rules, field } = contest
  for (let slot = 0; slot < rules.thresholds.length; slot++) {
    placed[slot] = EMPTY
    let found = false
    for (let position = 0; position < field.size; position++) {
      const bid = field.bid[position]!
      if (field.columns.advertiser[bid] === absent) continue
      if (!fits(contest, placed, bid, slot)) continue
      found = true
      if (field.score[position]! >= rules.thresholds[slot]!) placed[slot] = position
      break
    }
    if (!found && !field.complete) return false
  }
  return true
}
