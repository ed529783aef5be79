import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { useListParams } from "../../ui/useListParams"

const LinesQuery = graphql(`
  query CommissionLines($page: Int, $orderNumber: Int) {
    commissionLines(page: $page, orderNumber: $orderNumber) {
      total
      page
      pageSize
      items {
        id
        orderNumber
        sellerName
        title
        ruleName
        rateBps
        reverses
        at
        base {
          amount
          currency
        }
        amount {
          amount
          currency
        }
        vatRateBps
        vat {
          amount
          currency
        }
      }
    }
  }
`)

export function CommissionLinesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const number = /^#?(\d{1,9})$/.exec(params.search.trim())?.[1]
  const query = useRoomQuery(LinesQuery, { page: params.page, orderNumber: number ? Number(number) : null })
  return (
    <Page title={t("nav.commissionLines")} lead={t("operator.linesLead")}>
      <List
        label={t("nav.commissionLines")}
        query={query}
        pick={(data) => data.commissionLines}
        rowKey={(row) => row.id}
        params={params}
        search={t("operator.searchLines")}
        empty={{ title: t("operator.noLines") }}
        columns={[
          { key: "at", header: t("common.date"), cell: (row) => format.dateTime(row.at) },
          { key: "order", header: t("common.order"), cell: (row) => `#${row.orderNumber}` },
          { key: "seller", header: t("operator.seller"), cell: (row) => row.sellerName },
          {
            key: "title",
            header: t("common.product"),
            wide: true,
            cell: (row) => <span className="block max-w-[11rem] truncate sm:max-w-[16rem]">{row.title}</span>,
          },
          {
            key: "rule",
            header: t("operator.rule"),
            cell: (row) => (row.reverses ? t("operator.reversal", { rule: row.ruleName }) : row.ruleName),
          },
          { key: "base", header: t("operator.base"), end: true, cell: (row) => format.money(row.base) },
          { key: "rate", header: t("operator.rateShort"), end: true, cell: (row) => format.bps(row.rateBps) },
          { key: "vat", header: t("fees.vat"), end: true, wide: true, cell: (row) => format.money(row.vat) },
          { key: "amount", header: t("common.amount"), end: true, cell: (row) => format.money(row.amount) },
        ]}
      />
    </Page>
  )
}
