import { useTranslation } from "react-i18next"
import { useFormat } from "../i18n/format"
import { Chart } from "../ui/Chart"
import type { Figure } from "./board"
import { useFigureWords } from "./useFigureWords"

/** 1:30, short enough for an axis. */
const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, "0")}`

/** A figure day by day beside the period before, and its target; the same as a table and as CSV. */
export function FigureChart({ figure, title }: { figure: Figure; title?: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useFigureWords()
  const show = (value: number): string => words.value(figure, value)
  const name = words.name(figure)
  const bars = figure.unit === "MONEY" || figure.unit === "COUNT" || figure.unit === "PER_DAY"
  const currency = figure.currency ?? "EUR"
  const series = {
    axis: "left" as const,
    format: show,
    whole: figure.unit === "COUNT" || figure.unit === "PER_DAY",
    ...(figure.unit === "SECONDS" ? { tick: minutes } : {}),
    ...(figure.unit === "MONEY" ? { tick: (amount: number) => format.short({ amount, currency }) } : {}),
  }
  // A period before in which nothing was sold or measured is no comparison, only clutter.
  const compared = figure.before.some((day) => day.value)
  return (
    <Chart
      title={title ?? name}
      xLabel={t("chart.day")}
      xFormat={format.day}
      rows={figure.days.map((day, index) => ({
        x: day.day,
        value: day.value ?? undefined,
        before: figure.before[index]?.value ?? undefined,
      }))}
      goal={
        figure.target === null || figure.unit === "MONEY"
          ? undefined
          : { value: figure.target, label: t("board.target", { target: show(figure.target) }) }
      }
      series={[
        { ...series, key: "value", label: name, kind: bars ? "bar" : "line", color: "var(--g-chart-1)" },
        ...(compared
          ? [
              {
                ...series,
                key: "before",
                label: t("board.before"),
                kind: "line" as const,
                color: "var(--g-chart-2)",
                dashed: true,
              },
            ]
          : []),
      ]}
    />
  )
}
