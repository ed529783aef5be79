import { useTranslation } from "react-i18next"
import { useFormat } from "../../i18n/format"
import type { Rule } from "./rules"

/** What of a rule is said; a rule that is still being written has it too. */
export type SpokenRule = Omit<Rule, "id" | "position" | "name" | "active" | "inForce">

/** A rule in a sentence: for whom, when, from what price, how much of what. */
export function useRuleSentence(): (rule: SpokenRule) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return (rule) => {
    const who = [
      rule.categoryHandle && t("operator.inCategory", { category: rule.categoryHandle }),
      rule.sellerId && t("operator.ofSeller", { seller: rule.sellerName ?? rule.sellerId }),
      rule.brand && t("operator.ofBrand", { brand: rule.brand }),
      rule.productId && t("fees.ofProduct", { product: rule.productTitle ?? rule.productId }),
      rule.condition && t(`fees.condition_${rule.condition}`),
      rule.channel && t(`fees.channel_${rule.channel}`),
      rule.minPrice && t("operator.fromPrice", { price: format.money(rule.minPrice) }),
      rule.effectiveFrom && t("fees.fromDay", { day: format.dateTime(rule.effectiveFrom) }),
      rule.effectiveUntil && t("fees.untilDay", { day: format.dateTime(rule.effectiveUntil) }),
    ].filter(Boolean)
    const rate = format.bps(rule.rateBps)
    const fee = [
      rule.fixed.amount > 0 ? `${rate} + ${format.money(rule.fixed)}` : rate,
      rule.baseVat === "WITHOUT" && t("fees.baseWithoutSaid"),
      rule.baseShipping && t("fees.baseShippingSaid"),
      rule.minimum && t("fees.atLeast", { amount: format.money(rule.minimum) }),
      rule.maximum && t("fees.atMost", { amount: format.money(rule.maximum) }),
      rule.vatMode === "ADDED" && t("fees.vatAddedSaid"),
    ].filter(Boolean)
    return `${who.length > 0 ? who.join(", ") : t("operator.anySale")} → ${fee.join(", ")}`
  }
}
