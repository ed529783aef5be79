import { micros, type Micros } from "@gondola/kit"

export interface Purse {
  readonly balance: Micros
  readonly lifetimeBudget: Micros
  readonly spent: Micros
  readonly dailyBudget: Micros
  /** Of `today`: 0 when the last charge was on another day. */
  readonly spentToday: Micros
  readonly state: string
}

export type UnchargedReason =
  | "bot"
  | "duplicate_session"
  | "velocity"
  | "campaign_stopped"
  | "wallet_empty"
  | "over_lifetime_budget"
  | "over_daily_budget"

/** Caps are hard: a click is charged in full or not at all. Wallet before lifetime before day. */
export function refusalOf(purse: Purse, price: Micros): UnchargedReason | null {
  if (purse.state !== "ACTIVE") return "campaign_stopped"
  if (purse.balance < price) return "wallet_empty"
  if (purse.spent + price > purse.lifetimeBudget) return "over_lifetime_budget"
  if (purse.spentToday + price > purse.dailyBudget) return "over_daily_budget"
  return null
}

/** What the campaign may still spend now. */
export const leftOf = (purse: Purse): Micros =>
  micros(Math.max(0, Math.min(purse.balance, purse.lifetimeBudget - purse.spent, purse.dailyBudget - purse.spentToday)))
