import type { Micros } from "@gondola/kit"

/**
 * Bids as a struct of arrays, one place per bid (ad × target). The auction reads these and nothing else, so a hundred
 * thousand bids cost no object and no garbage.
 */
export interface BidColumns {
  /** Stable number of the ad (campaign × product). */
  readonly ad: Int32Array
  readonly advertiser: Int32Array
  readonly brand: Int32Array
  readonly product: Int32Array
  /** Ads of one group compete and are kept apart (competitive separation); 0 belongs to none. */
  readonly group: Int32Array
  /** Ceiling per click, micros. */
  readonly bid: Float64Array
  /** Quality weight, ppm: 1 to 1e6. Never depends on the bid. */
  readonly weight: Int32Array
  /** u: what the place is worth to user and retailer beside the bid, less the organic value it displaces. */
  readonly value: Float64Array
}

export interface AuctionRules {
  /** Reserve per click, the same for everyone in its scope. */
  readonly floor: Micros
  /** Least score per slot, in micros × ppm; its length is the number of slots. */
  readonly thresholds: readonly number[]
  readonly maxPerBrand: number
  /** Ads of one group are more than this many slots apart; 0 puts no distance between them. */
  readonly separation: number
  /** λ, the exchange rate between u and bid × weight; 0 is plain GSP. */
  readonly lambda: number
}

/** bid × 1e6 ppm + |λu| stays exact in a double while both keep to these. */
export const MAX_BID = 5_000_000_000 as Micros
export const MAX_VALUE_SCORE = 4e15
export const MAX_WEIGHT = 1_000_000

export function emptyColumns(size: number): BidColumns {
  return {
    ad: new Int32Array(size),
    advertiser: new Int32Array(size),
    brand: new Int32Array(size),
    product: new Int32Array(size),
    group: new Int32Array(size),
    bid: new Float64Array(size),
    weight: new Int32Array(size),
    value: new Float64Array(size),
  }
}
