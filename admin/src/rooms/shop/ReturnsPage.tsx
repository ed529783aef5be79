import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { StateBadge, useStateOptions } from "../../ui/StateBadge"
import { useListParams } from "../../ui/useListParams"
import { ReturnsQuery } from "./returns"

const STATES = [
  "DRAFT",
  "QUOTED",
  "AWAITING_APPROVAL",
  "ACCEPTED",
  "REFUNDED",
  "DISPOSED",
  "REFUSED",
  "EXPIRED",
] as const

export function ReturnsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const navigate = useNavigate()
  const options = useStateOptions(STATES)
  const state = STATES.find((name) => name === params.state) ?? null
  const query = useRoomQuery(ReturnsQuery, { page: params.page, state, search: params.search || null })
  return (
    <Page title={t("nav.returns")} lead={t("shop.returnsLead")}>
      <List
        label={t("nav.returns")}
        query={query}
        pick={(data) => data.storeReturns}
        rowKey={(row) => row.id}
        params={params}
        search={t("shop.searchReturns")}
        filter={{ label: t("common.state"), options }}
        onOpen={(row) => void navigate(row.id)}
        empty={{ title: t("shop.noReturns") }}
        columns={[
          {
            key: "number",
            header: t("common.return"),
            cell: (row) => (
              <Link className="text-ui-fg-interactive font-medium" to={row.id}>
                {row.number}
              </Link>
            ),
          },
          { key: "order", header: t("common.order"), cell: (row) => `#${row.orderNumber}` },
          { key: "state", header: t("common.state"), cell: (row) => <StateBadge state={row.state} /> },
          { key: "at", header: t("common.date"), cell: (row) => format.dateTime(row.createdAt) },
          { key: "clerk", header: t("shop.clerk"), wide: true, cell: (row) => row.clerkName },
          {
            key: "units",
            header: t("common.units"),
            end: true,
            cell: (row) => row.lines.reduce((sum, line) => sum + line.quantity, 0),
          },
          { key: "total", header: t("common.refund"), end: true, cell: (row) => format.money(row.quote.total) },
        ]}
      />
    </Page>
  )
}
