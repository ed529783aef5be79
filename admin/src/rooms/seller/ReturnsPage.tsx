import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { usePlace } from "../../ui/usePlace"
import { useListParams } from "../../ui/useListParams"

const ReturnsQuery = graphql(`
  query SellerReturns($page: Int) {
    sellerReturns(page: $page) {
      total
      page
      pageSize
      items {
        returnNumber
        orderNumber
        at
        shopName
        title
        quantity
        grade
        place
        refund {
          amount
          currency
        }
        commissionBack {
          amount
          currency
        }
        debit {
          amount
          currency
        }
      }
    }
  }
`)

export function ReturnsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const place = usePlace()
  const params = useListParams()
  const query = useRoomQuery(ReturnsQuery, { page: params.page })
  return (
    <Page title={t("nav.returns")} lead={t("seller.returnsLead")}>
      <List
        label={t("nav.returns")}
        query={query}
        pick={(data) => data.sellerReturns}
        rowKey={(row) => `${row.returnNumber} ${row.title} ${row.grade}`}
        params={params}
        empty={{ title: t("seller.noReturns") }}
        columns={[
          {
            key: "return",
            header: t("common.return"),
            cell: (row) => (
              <span className="block py-1">
                <span className="block font-medium">{row.returnNumber}</span>
                <span className="text-ui-fg-muted text-xs">
                  {t("common.order")} #{row.orderNumber}
                </span>
              </span>
            ),
          },
          { key: "at", header: t("common.date"), cell: (row) => format.date(row.at) },
          {
            key: "title",
            header: t("common.product"),
            cell: (row) => (
              <span className="block max-w-[11rem] truncate sm:max-w-[16rem]">{`${row.quantity} × ${row.title}`}</span>
            ),
          },
          { key: "grade", header: t("common.grade"), cell: (row) => t(`grades.${row.grade}`) },
          {
            key: "place",
            header: t("common.place"),
            cell: (row) => (
              <span className="block py-1">
                <span className="block">{place(row.place)}</span>
                <span className="text-ui-fg-muted text-xs">{row.shopName}</span>
              </span>
            ),
          },
          { key: "refund", header: t("common.refund"), end: true, cell: (row) => format.money(row.refund) },
          {
            key: "back",
            header: t("seller.commissionBack"),
            end: true,
            cell: (row) => format.money(row.commissionBack),
          },
          {
            key: "debit",
            header: t("seller.debit"),
            end: true,
            cell: (row) => <strong>{format.money(row.debit)}</strong>,
          },
        ]}
      />
    </Page>
  )
}
