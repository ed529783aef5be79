import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"

export const StatementQuery = graphql(`
  query SellerStatement($month: String, $currency: String, $page: Int, $pageSize: Int, $locale: Locale) {
    sellerStatement(month: $month, currency: $currency, page: $page, pageSize: $pageSize) {
      month
      currency
      currencies
      opening {
        amount
        currency
      }
      closing {
        amount
        currency
      }
      totals {
        kind
        amount {
          amount
          currency
        }
      }
      entries {
        id
        at
        kind
        orderNumber
        description(locale: $locale)
        amount {
          amount
          currency
        }
      }
      entryTotal
      page
      pageSize
    }
  }
`)

/** Kinds of ledger entries in the reader's words; a new kind of the server reads as it is named there. */
export function useKind(): (kind: string) => string {
  const { t } = useTranslation()
  return (kind) =>
    t(`kinds.${kind.toLowerCase().replace(/[^a-z]+/g, "_")}` as "kinds.order_amount", {
      defaultValue: kind.replace(/_/g, " "),
    })
}
