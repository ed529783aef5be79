import { graphql } from "@/graphql/graphql"
import type { AppLocale } from "@/i18n/routing"
import { ask } from "./api"

const RuleQuery = graphql(`
  query BuyBoxRule($locale: Locale) {
    buyBoxRule(locale: $locale)
  }
`)

/** The rule by which an offer is put forward today, as the operator published it. */
export const buyBoxRule = async (locale: AppLocale): Promise<string> => (await ask(RuleQuery, { locale })).buyBoxRule
