import { useState } from "react"
import { useTranslation } from "react-i18next"
import { roomRequest, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { decimalsOf, plainAmount } from "../../../i18n/money"
import { Chart } from "../../../ui/Chart"
import { Figures } from "../../../ui/Figures"
import { List } from "../../../ui/List"
import { Page } from "../../../ui/Page"
import { useListParams } from "../../../ui/useListParams"
import { CalculatorPanel } from "./CalculatorPanel"
import { ClockBadge } from "./ClockBadge"
import { CLOCK_STATES, OwedRefundsQuery, RefundFiguresQuery } from "./queries"
import { RatesPanel } from "./RatesPanel"
import { RefundDrawer } from "./RefundDrawer"
import { useFigures } from "./useFigures"

/** Every refund that is owed with its legal clock, the interest of those that are late, and how it is worked out. */
export function RefundsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [open, setOpen] = useState<string>()
  const state = CLOCK_STATES.find((each) => each === params.state) ?? null
  const asked = { search: params.search || null, state }
  const query = useRoomQuery(OwedRefundsQuery, { ...asked, page: params.page, pageSize: 25 })
  const counts = useRoomQuery(RefundFiguresQuery, {})
  const { figures, days, currencies } = useFigures(counts.data)
  type Row = NonNullable<typeof query.data>["owedRefunds"]["items"][number]
  const plain = ({ amount, currency }: Row["owed"]): string =>
    plainAmount(amount, decimalsOf(currency), format.language)
  const left = (row: Row): string => {
    if (row.refundedAt) return t("refunds.paidAfter", { count: row.daysLate })
    if (row.daysLeft === null) return "–"
    return row.daysLate > 0 ? t("refunds.late", { count: row.daysLate }) : t("refunds.left", { count: row.daysLeft })
  }
  const chosen = query.data?.owedRefunds.items.find((row) => row.key === open)
  return (
    <Page title={t("nav.refunds")} lead={t("refunds.lead")}>
      <Figures figures={figures} loading={counts.isLoading} />
      <List
        label={t("nav.refunds")}
        name="operator.refunds"
        query={query}
        pick={(data) => data.owedRefunds}
        rowKey={(row) => row.key}
        rowName={(row) => t("refunds.ofOrder", { number: row.orderNumber })}
        onOpen={(row) => setOpen(row.key)}
        params={params}
        search={t("refunds.search")}
        filter={{
          label: t("common.state"),
          options: CLOCK_STATES.map((value) => ({ value, label: t(`clocks.${value}`) })),
        }}
        empty={{ title: t("refunds.none"), hint: t("refunds.noneHint") }}
        exportPage={async (page) =>
          (await roomRequest("OPERATOR", OwedRefundsQuery, { ...asked, page, pageSize: 100 })).owedRefunds
        }
        columns={[
          {
            key: "order",
            header: t("refunds.order"),
            cell: (row) => (
              <button type="button" className="text-ui-fg-interactive font-medium" onClick={() => setOpen(row.key)}>
                #{row.orderNumber}
              </button>
            ),
            csv: (row) => String(row.orderNumber),
          },
          {
            key: "state",
            header: t("common.state"),
            cell: (row) => <ClockBadge state={row.state} />,
            csv: (row) => t(`clocks.${row.state}`),
          },
          {
            key: "kind",
            header: t("refunds.kind"),
            cell: (row) => t(`refundKinds.${row.kind}`),
            csv: (row) => t(`refundKinds.${row.kind}`),
          },
          {
            key: "owed",
            header: t("refunds.owed"),
            end: true,
            cell: (row) => `${row.estimated ? "≈ " : ""}${format.money(row.owed)}`,
            csv: (row) => plain(row.owed),
          },
          {
            key: "due",
            header: t("refunds.dueOn"),
            cell: (row) => (row.dueAt ? format.date(row.dueAt) : t("refunds.noDay")),
            csv: (row) => row.dueAt ?? "",
          },
          {
            key: "left",
            header: t("refunds.clock"),
            cell: (row) => (
              <span className={row.daysLate > 0 ? "text-ui-fg-error font-medium" : undefined}>{left(row)}</span>
            ),
            csv: left,
          },
          {
            key: "interest",
            header: t("refunds.interest"),
            end: true,
            cell: (row) => (row.daysLate > 0 ? format.money(row.interest) : "–"),
            csv: (row) => plain(row.interest),
          },
          {
            key: "email",
            header: t("refunds.customer"),
            hidden: true,
            cell: (row) => row.email,
            csv: (row) => row.email,
          },
        ]}
      />
      {currencies.map((currency) => (
        <Chart
          key={currency}
          title={t("refunds.dueByDay", { currency })}
          xLabel={t("refunds.dueOn")}
          xFormat={format.day}
          rows={days(currency)}
          series={[
            {
              key: "owed",
              label: t("refunds.owed"),
              kind: "bar",
              axis: "left",
              color: "var(--g-chart-1)",
              format: (amount) => format.money({ amount, currency }),
              tick: (amount) => format.short({ amount, currency }),
            },
          ]}
        />
      ))}
      <div className="grid gap-4 lg:grid-cols-2">
        <CalculatorPanel />
        <RatesPanel />
      </div>
      {chosen && <RefundDrawer refund={chosen} close={() => setOpen(undefined)} />}
    </Page>
  )
}
