import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { graphql } from "../api/graphql"
import { useRoomQuery } from "../api/hooks"
import { useRoom } from "../api/room"
import { useFormat } from "../i18n/format"
import { List } from "../ui/List"
import { Page } from "../ui/Page"
import { StateBadge } from "../ui/StateBadge"
import { useListParams } from "../ui/useListParams"

const ROW = graphql(`
  fragment ThreadRow on ThreadHead @_unmask {
    sellerOrderId
    orderId
    orderNumber
    customerName
    traderName
    state
    unread
    lastAt
    lastSide
    excerpt
  }
`)

const SellerThreads = graphql(
  `
    query SellerThreads($page: Int, $search: String, $unread: Boolean) {
      threads: sellerThreads(page: $page, search: $search, unread: $unread) {
        total
        page
        pageSize
        unread
        items {
          ...ThreadRow
        }
      }
    }
  `,
  [ROW],
)

const OperatorThreads = graphql(
  `
    query OperatorThreads($page: Int, $search: String, $unread: Boolean) {
      threads: operatorThreads(page: $page, search: $search, unread: $unread) {
        total
        page
        pageSize
        unread
        items {
          ...ThreadRow
        }
      }
    }
  `,
  [ROW],
)

/** The inbox: a seller's own conversations, or all of them for the operator. */
export function MessagesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const operator = useRoom() === "OPERATOR"
  const query = useRoomQuery(operator ? OperatorThreads : SellerThreads, {
    page: params.page,
    search: params.search || null,
    unread: params.get("todo") === "unread" || null,
  })
  const address = (row: { orderId: string; sellerOrderId: string }): string =>
    operator ? `/operator/orders/${row.orderId}` : `/seller/orders/${row.sellerOrderId}`
  return (
    <Page title={t("nav.messages")} lead={t(operator ? "talk.inboxLeadOperator" : "talk.inboxLead")}>
      <List
        label={t("nav.messages")}
        query={query}
        pick={(data) => data.threads}
        rowKey={(row) => row.sellerOrderId}
        params={params}
        search={t("talk.search")}
        filters={[{ key: "todo", label: t("care.filter"), options: [{ value: "unread", label: t("talk.unread") }] }]}
        empty={{ title: t("talk.noThreads"), hint: t("talk.noThreadsHint") }}
        columns={[
          {
            key: "order",
            header: t("common.order"),
            cell: (row) => (
              <Link className="text-ui-fg-interactive font-medium" to={address(row)}>
                #{row.orderNumber}
              </Link>
            ),
          },
          {
            key: "last",
            header: t("talk.last"),
            cell: (row) => (
              <span className={`block max-w-[14rem] truncate sm:max-w-[24rem] ${row.unread > 0 ? "font-medium" : ""}`}>
                {t(`talkWho.${row.lastSide}`)} · {row.excerpt}
              </span>
            ),
          },
          {
            key: "unread",
            header: t("talk.unread"),
            cell: (row) =>
              row.unread > 0 ? (
                <Badge size="2xsmall" color="orange">
                  {t("talk.unread_count", { count: row.unread })}
                </Badge>
              ) : (
                "–"
              ),
          },
          { key: "at", header: t("common.date"), cell: (row) => format.dateTime(row.lastAt) },
          { key: "customer", header: t("common.customer"), wide: true, cell: (row) => row.customerName },
          { key: "trader", header: t("care.trader"), wide: true, hidden: !operator, cell: (row) => row.traderName },
          { key: "state", header: t("common.state"), wide: true, cell: (row) => <StateBadge state={row.state} /> },
        ]}
      />
    </Page>
  )
}
