import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { StateBadge, useStateOptions } from "../../ui/StateBadge"
import { useListParams } from "../../ui/useListParams"
import type { SellerOrderState } from "./orders"
import { OrdersQuery } from "./orders"

export function OrdersPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const navigate = useNavigate()
  const options = useStateOptions(["TO_ACCEPT", "ACCEPTED", "PARTIALLY_SHIPPED", "SHIPPED", "DELIVERED", "REFUSED"])
  const query = useRoomQuery(OrdersQuery, {
    page: params.page,
    search: params.search || null,
    state: (params.state || null) as SellerOrderState | null,
  })
  return (
    <Page title={t("nav.orders")} lead={t("seller.ordersLead")}>
      <List
        label={t("nav.orders")}
        query={query}
        pick={(data) => data.sellerOrders}
        rowKey={(row) => row.id}
        params={params}
        search={t("seller.searchOrders")}
        filter={{ label: t("common.state"), options }}
        onOpen={(row) => void navigate(row.id)}
        empty={{ title: t("seller.noOrders"), hint: t("seller.noOrdersHint") }}
        columns={[
          {
            key: "number",
            header: t("common.order"),
            cell: (row) => (
              <Link className="text-ui-fg-interactive font-medium" to={row.id}>
                #{row.orderNumber}
              </Link>
            ),
          },
          { key: "state", header: t("common.state"), cell: (row) => <StateBadge state={row.state} /> },
          { key: "placed", header: t("common.placed"), cell: (row) => format.date(row.placedAt) },
          { key: "promised", header: t("seller.promised"), wide: true, cell: (row) => format.date(row.promisedBy) },
          { key: "customer", header: t("common.customer"), wide: true, cell: (row) => row.customerName },
          {
            key: "units",
            header: t("common.units"),
            end: true,
            cell: (row) => row.lines.reduce((sum, line) => sum + line.quantity, 0),
          },
          { key: "total", header: t("common.total"), end: true, cell: (row) => format.money(row.itemsTotal) },
          { key: "net", header: t("seller.net"), end: true, wide: true, cell: (row) => format.money(row.netTotal) },
        ]}
      />
    </Page>
  )
}
