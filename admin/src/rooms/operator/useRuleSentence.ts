import { useTranslation } from "react-i18next"
import { useFormat } from "../../i18n/format"
import type { Rule } from "./rules"

/** A rule in a sentence: for whom, from what price, how much. */
export function useRuleSentence(): (rule: Rule) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return (rule) => {
    const who = [
      rule.categoryHandle && t("operator.inCategory", { category: rule.categoryHandle }),
      rule.sellerId && t("operator.ofSeller", { seller: rule.sellerName ?? rule.sellerId }),
      rule.brand && t("operator.ofBrand", { brand: rule.brand }),
      rule.minPrice && t("operator.fromPrice", { price: format.money(rule.minPrice) }),
    ].filter(Boolean)
    const rate = format.bps(rule.rateBps)
    const fee = rule.fixed.amount > 0 ? `${rate} + ${format.money(rule.fixed)}` : rate
    return `${who.length > 0 ? who.join(", ") : t("operator.anySale")} → ${fee}`
  }
}
