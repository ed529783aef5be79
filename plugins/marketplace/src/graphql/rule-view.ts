import type { CommissionRuleDraft } from "../commission/change-rules"
import type { CommissionRule } from "../commission/rule"

/** A rule as the schema spells it: enums in capitals. */
export type RuleArgs = Omit<CommissionRuleDraft, "baseVat" | "vatMode" | "channel"> & {
  readonly baseVat?: string | null
  readonly vatMode?: string | null
  readonly channel?: string | null
}

export const ruleDraft = (input: RuleArgs): CommissionRuleDraft => ({
  ...input,
  channel: input.channel?.toLowerCase() ?? null,
  baseVat: input.baseVat === "WITHOUT" ? "without" : "with",
  vatMode: input.vatMode === "ADDED" ? "added" : "included",
})

export const isInForce = (rule: CommissionRule, at: Date): boolean =>
  rule.active &&
  (rule.effectiveFrom === null || rule.effectiveFrom <= at) &&
  (rule.effectiveUntil === null || at < rule.effectiveUntil)
