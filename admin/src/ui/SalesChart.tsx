import { useTranslation } from "react-i18next"
import { useFormat } from "../i18n/format"
import type { Money } from "../i18n/money"
import { Chart } from "./Chart"

interface SalesChartProps {
  title: string
  days: readonly { day: string; count: number; amount: Money }[]
}

export function SalesChart({ title, days }: SalesChartProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const currency = days[0]?.amount.currency ?? "EUR"
  return (
    <Chart
      title={title}
      xLabel={t("chart.day")}
      xFormat={format.day}
      rows={days.map(({ day, count, amount }) => ({ x: day, count, amount: amount.amount }))}
      series={[
        {
          key: "amount",
          label: t("chart.sales", { currency }),
          kind: "bar",
          axis: "left",
          color: "var(--g-chart-1)",
          format: (amount) => format.money({ amount, currency }),
          tick: (amount) => format.short({ amount, currency }),
        },
        {
          key: "count",
          label: t("chart.orders"),
          kind: "line",
          axis: "right",
          color: "var(--g-chart-2)",
          format: format.number,
        },
      ]}
    />
  )
}
