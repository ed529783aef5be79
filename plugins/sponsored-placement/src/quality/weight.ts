import { MAX_WEIGHT } from "../auction/columns"

/** Beta prior of the click rate per viewable impression: 2 clicks in 100, worth a hundred impressions of evidence. */
const PRIOR_CLICKS = 2
const PRIOR_MISSES = 98
/** α: takes the edge off click rates that are still guesses. */
const SQUASH = 0.5

/** θ, the expected click rate of an ad. */
export const clickRate = (clicks: number, viewable: number): number =>
  (PRIOR_CLICKS + clicks) / (PRIOR_CLICKS + PRIOR_MISSES + Math.max(clicks, viewable))

/** w = clamp(round(1e6 · θ^α), 1, 1e6), ppm. It knows nothing of the bid: raising a bid must never lower the score. */
export const weightOf = (clicks: number, viewable: number): number =>
  Math.min(MAX_WEIGHT, Math.max(1, Math.round(1e6 * clickRate(clicks, viewable) ** SQUASH)))

export const priorWeight = (): number => weightOf(0, 0)
