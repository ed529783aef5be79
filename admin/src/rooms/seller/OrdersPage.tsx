import { Button } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { roomRequest, useRoomMutation, useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { plainAmount } from "../../i18n/money"
import type { Column } from "../../ui/DataTable"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { StateBadge, useStateOptions } from "../../ui/StateBadge"
import { useListParams } from "../../ui/useListParams"
import type { SellerOrderRow, SellerOrderState } from "./orders"
import { AcceptManyMutation, OrdersQuery } from "./orders"

const DAYS = ["7", "30", "90"] as const
const DAY = 86_400_000

const kept = (row: SellerOrderRow): number => row.lines.reduce((sum, line) => sum + line.quantity - line.gone, 0)

function useColumns(): Column<SellerOrderRow>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const plain = (value: SellerOrderRow["netTotal"]) => plainAmount(value.amount, 2, format.language)
  return [
    {
      key: "number",
      header: t("common.order"),
      csv: (row) => String(row.orderNumber),
      cell: (row) => (
        <Link className="text-ui-fg-interactive font-medium" to={row.id}>
          #{row.orderNumber}
        </Link>
      ),
    },
    {
      key: "state",
      header: t("common.state"),
      csv: (row) => t(`states.${row.state}`),
      cell: (row) => (
        <span className="flex items-center gap-2">
          <StateBadge state={row.state} />
          {row.late && <span className="text-ui-fg-error text-xs font-medium">{t("care.late")}</span>}
        </span>
      ),
    },
    {
      key: "placed",
      header: t("common.placed"),
      csv: (row) => row.placedAt,
      cell: (row) => format.date(row.placedAt),
    },
    {
      key: "promised",
      header: t("seller.promised"),
      wide: true,
      csv: (row) => row.promisedBy,
      cell: (row) => format.date(row.promisedBy),
    },
    {
      key: "customer",
      header: t("common.customer"),
      wide: true,
      csv: (row) => row.customerName,
      cell: (row) => row.customerName,
    },
    { key: "units", header: t("common.units"), end: true, csv: (row) => String(kept(row)), cell: kept },
    {
      key: "total",
      header: t("common.total"),
      end: true,
      csv: (row) => plain(row.itemsTotal),
      cell: (row) => format.money(row.itemsTotal),
    },
    {
      key: "net",
      header: t("seller.net"),
      end: true,
      wide: true,
      csv: (row) => plain(row.netTotal),
      cell: (row) => format.money(row.netTotal),
    },
  ]
}

export function OrdersPage() {
  const { t } = useTranslation()
  const params = useListParams()
  const navigate = useNavigate()
  const columns = useColumns()
  const options = useStateOptions([
    "TO_ACCEPT",
    "ACCEPTED",
    "PARTIALLY_SHIPPED",
    "SHIPPED",
    "DELIVERED",
    "INCIDENT",
    "REFUSED",
    "CANCELLED",
  ])
  const days = Number(params.get("days"))
  // Whole minutes, or every drawing would ask for another list.
  const from = useMemo(
    () => (days ? new Date(Math.floor(Date.now() / 60_000) * 60_000 - days * DAY).toISOString() : null),
    [days],
  )
  const asked = {
    search: params.search || null,
    state: (params.state || null) as SellerOrderState | null,
    late: params.get("todo") === "late" || null,
    unread: params.get("todo") === "unread" || null,
    from,
  }
  const query = useRoomQuery(OrdersQuery, { page: params.page, pageSize: 25, ...asked })
  const accept = useRoomMutation(AcceptManyMutation)
  return (
    <Page title={t("nav.orders")} lead={t("seller.ordersLead")}>
      <List
        label={t("nav.orders")}
        name="seller.orders"
        query={query}
        pick={(data) => data.sellerOrders}
        rowKey={(row) => row.id}
        rowName={(row) => `#${row.orderNumber}`}
        params={params}
        search={t("seller.searchOrders")}
        filter={{ label: t("common.state"), options }}
        filters={[
          {
            key: "todo",
            label: t("care.filter"),
            options: [
              { value: "late", label: t("care.lateOnly") },
              { value: "unread", label: t("care.unreadOnly") },
            ],
          },
          {
            key: "days",
            label: t("common.placed"),
            options: DAYS.map((value) => ({ value, label: t(`careDays.${value}`) })),
          },
        ]}
        onOpen={(row) => void navigate(row.id)}
        empty={{ title: t("seller.noOrders"), hint: t("seller.noOrdersHint") }}
        exportPage={async (page) =>
          (await roomRequest("SELLER", OrdersQuery, { page, pageSize: 100, ...asked })).sellerOrders
        }
        bulk={(ids, clear) => (
          <Button
            size="small"
            isLoading={accept.isPending}
            onClick={() => accept.mutate({ ids: [...ids] }, { onSuccess: clear })}
          >
            {t("care.acceptSelected")}
          </Button>
        )}
        columns={columns}
      />
    </Page>
  )
}
