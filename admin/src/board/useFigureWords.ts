import { useTranslation } from "react-i18next"
import { useFormat } from "../i18n/format"
import type { Figure } from "./board"
import { trendOf } from "./trend"

export interface FigureWords {
  name: (figure: Pick<Figure, "code" | "currency" | "unit">) => string
  value: (figure: Pick<Figure, "unit" | "currency">, value: number | null) => string
  /** "+12 % sur la période précédente" */
  trend: (figure: Figure) => string | undefined
}

/** A figure in the reader's words, with its unit. */
export function useFigureWords(): FigureWords {
  const { t } = useTranslation()
  const format = useFormat()
  const value: FigureWords["value"] = ({ unit, currency }, amount) => {
    if (amount === null) return "–"
    if (unit === "MONEY") return format.money({ amount: Math.round(amount), currency: currency ?? "EUR" })
    if (unit === "SECONDS") return format.seconds(amount)
    if (unit === "PERCENT") return format.percent(Math.round(amount * 10) / 10)
    return format.number(unit === "PER_DAY" ? Math.round(amount * 10) / 10 : amount)
  }
  return {
    value,
    name: ({ code, currency, unit }) =>
      currency && currency !== "EUR" && unit !== "COUNT"
        ? `${t(`figures.${code}`)} (${currency})`
        : t(`figures.${code}`),
    trend: (figure) => {
      const trend = trendOf(figure)
      if (!trend) return undefined
      const sign = trend.change > 0 ? "+" : trend.change < 0 ? "−" : ""
      const size = format.number(Math.round(Math.abs(trend.change) * 10) / 10)
      return trend.points ? t("board.points", { change: `${sign}${size}` }) : `${sign}${size} %`
    },
  }
}
