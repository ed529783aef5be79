import { useTranslation } from "react-i18next"
import { useFormat } from "../../i18n/format"
import { Chart } from "../../ui/Chart"
import { DataTable } from "../../ui/DataTable"
import { EmptyNote } from "../../ui/Feedback"
import { Figures } from "../../ui/Figures"
import { Panel } from "../../ui/Panel"
import type { AdReport } from "./campaigns"

const MICROS_PER_CENT = 10_000

/** Raw and billed clicks stand side by side: what was filtered is shown, not hidden. */
export function Report({ report }: { report: AdReport }) {
  const { t } = useTranslation()
  const format = useFormat()
  const currency = report.spend.currency
  const money = (micros: number): string => format.micros({ micros, currency })
  const rate = (clicks: number, impressions: number): string =>
    impressions ? format.percent((100 * clicks) / impressions) : "–"
  return (
    <>
      <Figures
        figures={[
          {
            label: t("brand.impressions"),
            value: format.number(report.impressions),
            hint: t("brand.viewable", { viewable: format.number(report.viewable) }),
          },
          {
            label: t("brand.clicks"),
            value: format.number(report.clicks),
            hint: t("brand.billed", { billed: format.number(report.billedClicks) }),
          },
          { label: t("brand.ctr"), value: format.percent(report.ctr), hint: t("brand.ctrHint") },
          { label: t("brand.cpc"), value: format.micros(report.averageCpc), hint: t("brand.cpcHint") },
          { label: t("brand.spend"), value: format.micros(report.spend) },
        ]}
      />
      <Chart
        title={t("brand.byDay")}
        xLabel={t("chart.day")}
        xFormat={format.day}
        rows={report.days.map((day) => ({
          x: day.day,
          spend: day.spend.micros,
          clicks: day.clicks,
          impressions: day.impressions,
        }))}
        series={[
          {
            key: "spend",
            label: t("brand.spendUnit", { currency }),
            kind: "bar",
            axis: "left",
            color: "var(--g-chart-1)",
            format: money,
            tick: (micros) => format.short({ amount: Math.round(micros / MICROS_PER_CENT), currency }),
          },
          {
            key: "clicks",
            label: t("brand.clicks"),
            kind: "line",
            axis: "right",
            color: "var(--g-chart-2)",
            format: format.number,
          },
        ]}
      />
      <Panel title={t("brand.byTarget")} flush>
        {report.byTarget.length === 0 ? (
          <EmptyNote title={t("chart.empty")} />
        ) : (
          <DataTable
            label={t("brand.byTarget")}
            rows={report.byTarget}
            rowKey={(row) => row.target}
            columns={[
              { key: "target", header: t("brand.target"), cell: (row) => row.target },
              {
                key: "impressions",
                header: t("brand.impressions"),
                end: true,
                cell: (row) => format.number(row.impressions),
              },
              { key: "clicks", header: t("brand.clicks"), end: true, cell: (row) => format.number(row.clicks) },
              { key: "ctr", header: t("brand.ctr"), end: true, cell: (row) => rate(row.clicks, row.impressions) },
              { key: "spend", header: t("brand.spend"), end: true, cell: (row) => format.micros(row.spend) },
            ]}
          />
        )}
      </Panel>
    </>
  )
}
