import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import type { ResultOf } from "../../api/graphql"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { StateBadge } from "../../ui/StateBadge"
import { useListParams } from "../../ui/useListParams"

const OrdersQuery = graphql(`
  query OperatorOrders($page: Int, $search: String) {
    operatorOrders(page: $page, search: $search) {
      total
      page
      pageSize
      items {
        id
        number
        placedAt
        email
        traders
        states
        total {
          amount
          currency
        }
        refundedTotal {
          amount
          currency
        }
      }
    }
  }
`)

export type OperatorOrder = ResultOf<typeof OrdersQuery>["operatorOrders"]["items"][number]

export function OrdersPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const navigate = useNavigate()
  const query = useRoomQuery(OrdersQuery, { page: params.page, search: params.search || null })
  return (
    <Page title={t("nav.orders")} lead={t("operator.ordersLead")}>
      <List
        label={t("nav.orders")}
        query={query}
        pick={(data) => data.operatorOrders}
        rowKey={(row) => row.id}
        params={params}
        search={t("operator.searchOrders")}
        onOpen={(row) => void navigate(row.id)}
        empty={{ title: t("seller.noOrders") }}
        columns={[
          {
            key: "number",
            header: t("common.order"),
            cell: (row) => (
              <Link className="text-ui-fg-interactive font-medium" to={row.id}>
                #{row.number}
              </Link>
            ),
          },
          { key: "placed", header: t("common.placed"), cell: (row) => format.dateTime(row.placedAt) },
          {
            key: "email",
            header: t("common.customer"),
            wide: true,
            cell: (row) => <span className="block max-w-[14rem] truncate">{row.email}</span>,
          },
          {
            key: "traders",
            header: t("operator.traders"),
            cell: (row) => (
              <span className="block max-w-[11rem] truncate sm:max-w-[18rem]">{row.traders.join(", ")}</span>
            ),
          },
          {
            key: "states",
            header: t("common.state"),
            cell: (row) => (
              <span className="flex gap-1">
                {[...new Set(row.states)].map((state) => (
                  <StateBadge key={state} state={state} />
                ))}
              </span>
            ),
          },
          { key: "total", header: t("common.total"), end: true, cell: (row) => format.money(row.total) },
          {
            key: "refunded",
            header: t("operator.refunded"),
            end: true,
            wide: true,
            cell: (row) => (row.refundedTotal.amount ? format.money(row.refundedTotal) : "–"),
          },
        ]}
      />
    </Page>
  )
}
