import { cents, shareHalfUp, type Cents } from "@gondola/kit"
import type { CommissionRule } from "./rule"

/** What was charged at the sale. A snapshot: a later change of the rule never reaches it. */
export interface CommissionCharge {
  readonly ruleId: string
  readonly ruleName: string
  readonly rateBps: number
  readonly fixed: Cents
  /** Price of the goods, VAT included, delivery not. */
  readonly base: Cents
  readonly amount: Cents
}

/** Percentage of the base, half a cent up, plus the fixed part for each unit; never more than the base itself. */
export function chargeCommission(rule: CommissionRule, base: Cents, quantity: number): CommissionCharge {
  const amount = cents(shareHalfUp(base, rule.rateBps) + rule.fixed * quantity)
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    rateBps: rule.rateBps,
    fixed: rule.fixed,
    base,
    amount: amount > base ? base : amount,
  }
}
