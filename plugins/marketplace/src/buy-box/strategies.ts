import { badInput } from "@gondola/kit"
import type { BuyBoxStrategy } from "./buy-box"
import { byLandedPrice } from "./by-landed-price"
import { checkWeights, DEFAULT_WEIGHTS, weighted, type Weights } from "./weighted"

/** What the operator chose. */
export interface BuyBoxSetting {
  readonly strategy: StrategyName
  /** Only of `weighted`. */
  readonly weights: Weights
}

/** Every strategy; a new one is a file beside them and a line here. */
const STRATEGIES = {
  landed_price: () => byLandedPrice,
  weighted: ({ weights }: BuyBoxSetting) => weighted(weights),
} as const satisfies Record<string, (setting: BuyBoxSetting) => BuyBoxStrategy>

export type StrategyName = keyof typeof STRATEGIES
export const STRATEGY_NAMES = Object.keys(STRATEGIES) as StrategyName[]

export const DEFAULT_SETTING: BuyBoxSetting = { strategy: "landed_price", weights: DEFAULT_WEIGHTS }

export const strategyOf = (setting: BuyBoxSetting): BuyBoxStrategy => STRATEGIES[setting.strategy](setting)

/** @throws BAD_INPUT */
export function checkSetting(setting: BuyBoxSetting): BuyBoxSetting {
  if (!STRATEGY_NAMES.includes(setting.strategy)) throw badInput("There is no such strategy")
  return { strategy: setting.strategy, weights: checkWeights(setting.weights) }
}
