import { graphql } from "@/graphql/graphql"
import type { AppLocale } from "@/i18n/routing"
import { ask } from "./api"

const RecallsQuery = graphql(`
  query PublicTakedowns($locale: Locale!) {
    publicTakedowns(locale: $locale) {
      number
      kind
      title
      brand
      gtins
      reason
      redress
      traders
      at
    }
  }
`)

export const recalls = async (locale: AppLocale) => (await ask(RecallsQuery, { locale })).publicTakedowns
