import { micros, type Micros } from "@gondola/kit"
import { type Contest, fits } from "./allocate"
import type { Field } from "./field"

/** ⌈a / w⌉ for whole a ≥ 0, w ≥ 1 below 2^53; 0 for a ≤ 0. A quotient rounded down to a whole is put right. */
export function ceilDiv(a: number, w: number): number {
  if (a <= 0) return 0
  let q = Math.floor(a / w)
  if (q * w < a) q++
  return q
}

/**
 * The critical bid: the least whole bid with which the winner would still get its slot or a better one, had its
 * advertiser no other ad in the auction (nobody bids against oneself).
 *
 * `without` is the allocation with that advertiser absent. Lowering the winner's bid changes nothing for the slots it
 * does not get, so it takes the first slot m at which it fits and beats `without[m]`; the cheapest such m ≤ slot decides.
 * Where scores fall from slot to slot this is the score of the ad that would take `slot`; under caps and separation an
 * earlier slot may be the last chance, for the ad that takes it would close the door.
 */
export function criticalBid(
  contest: Contest,
  winner: { readonly position: number; readonly slot: number },
  without: Int32Array,
): Micros {
  const { rules, field } = contest
  const { columns } = field
  const bid = field.bid[winner.position]!
  const weight = columns.weight[bid]!
  const own = rules.lambda * columns.value[bid]!
  let least = Infinity
  for (let slot = 0; slot <= winner.slot; slot++) {
    if (!fits(contest, without, bid, slot)) continue
    const rival = without[slot]!
    const rivalScore = rival < 0 ? -Infinity : field.score[rival]!
    let needed = ceilDiv(Math.max(rivalScore, rules.thresholds[slot]!) - own, weight)
    // The field is sorted by score, then tie: a rival that stands behind the winner loses an equal score.
    if (needed * weight + own === rivalScore && !winsTie(field, winner.position, rival)) needed++
    if (needed < least) least = needed
  }
  // Two ads of one advertiser can hold back more rivals together (same product, same brand) than one of them: then even
  // the full bid would not keep the slot without the other, and the bid is the price.
  return micros(Math.min(columns.bid[bid]!, Math.max(rules.floor, least)))
}

function winsTie(field: Field, position: number, rival: number): boolean {
  if (field.tie[position] !== field.tie[rival]) return field.tie[position]! > field.tie[rival]!
  return field.columns.ad[field.bid[position]!]! < field.columns.ad[field.bid[rival]!]!
}
