import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { useRoomQuery } from "../api/hooks"
import { useRoom } from "../api/room"
import { useFormat } from "../i18n/format"
import { List } from "../ui/List"
import { Page } from "../ui/Page"
import { useListParams } from "../ui/useListParams"
import { DisputeBadge } from "./DisputeBadge"
import { type DisputeState, OperatorDisputesQuery, SellerDisputesQuery } from "./disputes"

const STATES: readonly DisputeState[] = ["OPEN", "ANSWERED", "ESCALATED", "DECIDED", "CLOSED"]

/** The seller's own disputes, or the operator's queue: those that wait come first, by their deadline. */
export function DisputesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const navigate = useNavigate()
  const operator = useRoom() === "OPERATOR"
  const query = useRoomQuery(operator ? OperatorDisputesQuery : SellerDisputesQuery, {
    page: params.page,
    search: params.search || null,
    state: (params.state || null) as DisputeState | null,
    open: params.get("todo") === "open" || null,
  })
  return (
    <Page title={t("nav.disputes")} lead={t(operator ? "disputes.leadOperator" : "disputes.lead")}>
      <List
        label={t("nav.disputes")}
        name={operator ? "operator.disputes" : "seller.disputes"}
        query={query}
        pick={(data) => data.disputes}
        rowKey={(row) => row.id}
        params={params}
        search={t("disputes.search")}
        filter={{
          label: t("common.state"),
          options: STATES.map((value) => ({ value, label: t(`disputeStates.${value}`) })),
        }}
        filters={[
          { key: "todo", label: t("care.filter"), options: [{ value: "open", label: t("disputes.openOnly") }] },
        ]}
        onOpen={(row) => void navigate(row.id)}
        empty={{ title: t("disputes.none"), hint: t("disputes.noneHint") }}
        columns={[
          {
            key: "number",
            header: t("disputes.title"),
            cell: (row) => (
              <Link className="text-ui-fg-interactive font-medium" to={row.id}>
                {t("disputes.number", { number: row.number })}
              </Link>
            ),
          },
          { key: "state", header: t("common.state"), cell: (row) => <DisputeBadge state={row.state} /> },
          {
            key: "due",
            header: t("disputes.due"),
            cell: (row) => (
              <span className={row.overdue ? "text-ui-fg-error font-medium" : ""}>{format.date(row.dueAt)}</span>
            ),
          },
          { key: "order", header: t("common.order"), cell: (row) => `#${row.orderNumber}` },
          { key: "trader", header: t("care.trader"), wide: true, hidden: !operator, cell: (row) => row.traderName },
          { key: "customer", header: t("common.customer"), wide: true, cell: (row) => row.customerName },
          { key: "reason", header: t("care.reason"), cell: (row) => t(`disputeReasons.${row.reason}`) },
          { key: "claimed", header: t("disputes.claimed"), end: true, cell: (row) => format.money(row.claimed) },
        ]}
      />
    </Page>
  )
}
