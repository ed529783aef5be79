import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../i18n/format"
import type { Language } from "../i18n/money"
import { ChartDrawing } from "./ChartDrawing"
import type { ChartProps } from "./ChartDrawing"
import { downloadCsv, toCsv } from "./csv"
import { DataTable } from "./DataTable"
import { EmptyNote } from "./Feedback"
import { Panel } from "./Panel"

/** A chart with named axes, and the same figures as a table for who would rather read them. */
export function Chart(props: ChartProps) {
  const { t } = useTranslation()
  const [table, setTable] = useState(false)
  const { language } = useFormat()
  const hasFigures = props.rows.some((row) => props.series.some((series) => Number(row[series.key] ?? 0) !== 0))
  return (
    <Panel
      title={props.title}
      actions={
        hasFigures && (
          <span className="flex flex-wrap gap-1">
            <Button size="small" variant="transparent" aria-pressed={table} onClick={() => setTable(!table)}>
              {t(table ? "chart.showChart" : "chart.showTable")}
            </Button>
            <Button
              size="small"
              variant="transparent"
              onClick={() => downloadCsv(`${props.title}.csv`, chartCsv(props, language))}
            >
              CSV<span className="sr-only">{` : ${props.title}`}</span>
            </Button>
          </span>
        )
      }
      flush
    >
      {!hasFigures ? (
        <EmptyNote title={t("chart.empty")} />
      ) : table ? (
        <ChartTable {...props} />
      ) : (
        <ChartDrawing {...props} />
      )}
    </Panel>
  )
}

/** As the table says it: with units, in the reader's language. */
const chartCsv = ({ xLabel, rows, series }: ChartProps, language: Language): string =>
  toCsv(
    [
      [xLabel, ...series.map((s) => s.label)],
      ...rows.map((row) => [
        row.x,
        ...series.map((s) => (row[s.key] === undefined ? "" : s.format(Number(row[s.key])))),
      ]),
    ],
    language,
  )

function ChartTable({ title, xLabel, xFormat, rows, series }: ChartProps) {
  const columns = [
    { key: "x", header: xLabel, cell: (row: ChartProps["rows"][number]) => xFormat(row.x) },
    ...series.map((s) => ({
      key: s.key,
      header: s.label,
      end: true,
      cell: (row: ChartProps["rows"][number]) => (row[s.key] === undefined ? "–" : s.format(Number(row[s.key]))),
    })),
  ]
  return (
    <div className="max-h-72 overflow-y-auto">
      <DataTable label={title} columns={columns} rows={[...rows].reverse()} rowKey={(row) => row.x} />
    </div>
  )
}
