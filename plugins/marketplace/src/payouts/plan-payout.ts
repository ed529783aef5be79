import { type Cents, centsOf, type Micros, micros, microsOf } from "@gondola/kit"
import type { HoldPolicy, PayableEntry, PayoutEligibility } from "./eligibility"

const MICROS_PER_CENT = 10_000

/** Why a seller gets nothing although something may be owed. */
export type PayoutBlock = "ACCOUNT" | "PAUSED" | "TAX_DATA" | "FRACTION"

export interface PayoutPlanInput {
  /** Unclaimed entries of one seller in one currency. */
  readonly entries: readonly PayableEntry[]
  /** What is in the seller's reserve now. */
  readonly reserve: Cents
  readonly terms: HoldPolicy & { readonly minimum: Cents; readonly reserveTarget: Cents }
  readonly blocks: readonly PayoutBlock[]
  readonly now: Date
}

export type PayoutPlan =
  /** `reserve` is what moves into the reserve (negative: out of it) together with the payout; amount = Σ claimed − reserve. */
  | { readonly kind: "pay"; readonly amount: Cents; readonly reserve: Cents; readonly claimed: readonly string[] }
  /** Nothing is claimed. `fromReserve` covers a debt as far as it goes. */
  | {
      readonly kind: "carry"
      readonly why: "NOTHING" | "NEGATIVE" | "BELOW_MINIMUM"
      readonly available: Cents
      readonly fromReserve: Cents
    }
  | { readonly kind: "blocked"; readonly reasons: readonly PayoutBlock[]; readonly available: Cents }

/**
 * One seller, one currency, one day. Credits and debits that are payable are netted; what is negative is carried and never
 * paid; the reserve is filled up to its target before anything leaves, and given back above it.
 */
export function planPayout(input: PayoutPlanInput, eligibility: PayoutEligibility): PayoutPlan {
  const payable = input.entries.filter((entry) => eligibility(entry, input.terms, input.now).payable)
  const total = payable.reduce<number>((a, entry) => a + entry.amount, 0)
  if (total % MICROS_PER_CENT !== 0)
    return { kind: "blocked", reasons: ["FRACTION"], available: centsOf(wholeCents(micros(total))) }
  const available = centsOf(micros(total))
  if (available < 0) {
    const fromReserve = Math.min(input.reserve, -available) as Cents
    return { kind: "carry", why: "NEGATIVE", available, fromReserve: Math.max(0, fromReserve) as Cents }
  }
  const none = 0 as Cents
  if (payable.length === 0 || (available === 0 && input.reserve <= input.terms.reserveTarget))
    return { kind: "carry", why: "NOTHING", available, fromReserve: none }
  if (input.blocks.length > 0) return { kind: "blocked", reasons: [...input.blocks], available }
  // Up to the target out of what is available; above the target back to the seller.
  const reserve = Math.min(input.terms.reserveTarget - input.reserve, available) as Cents
  const amount = (available - reserve) as Cents
  if (amount === 0 || amount < input.terms.minimum)
    return { kind: "carry", why: amount === 0 ? "NOTHING" : "BELOW_MINIMUM", available, fromReserve: none }
  return { kind: "pay", amount, reserve, claimed: payable.map((entry) => entry.id) }
}

const wholeCents = (amount: Micros): Micros => microsOf((Math.trunc(amount / MICROS_PER_CENT) as Cents) || (0 as Cents))
