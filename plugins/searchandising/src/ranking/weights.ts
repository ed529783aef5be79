import type { RankingWeights } from "./bm25f"

/**
 * Learned by hill climbing on the public half of the judged queries (docs/searchandising.md), then rounded, so that
 * no query decides a digit.
 */
export const WEIGHTS: RankingWeights = {
  fields: {
    title: { weight: 1.9, b: 0.4 },
    type: { weight: 0.45, b: 0.1 },
    name: { weight: 0.6, b: 0.4 },
    brand: { weight: 2.7, b: 0 },
    description: { weight: 2, b: 0.7 },
  },
  k1: 0.65,
  coverage: 1.3,
  typeMatch: 0.2,
}
