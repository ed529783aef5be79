import { Link } from "react-router-dom"
import { useTranslation } from "react-i18next"
import type { Figure } from "./board"
import { sparkline, targetMet, trendOf } from "./trend"
import { useFigureWords } from "./useFigureWords"

const TONES = { good: "text-ui-fg-base", bad: "text-ui-fg-error", neutral: "text-ui-fg-muted" }

/** One figure with its trend and target; it opens the rows behind it. */
export function FigureCard({ figure, to }: { figure: Figure; to: string }) {
  const { t } = useTranslation()
  const words = useFigureWords()
  const trend = trendOf(figure)
  const met = targetMet(figure)
  const change = words.trend(figure)
  return (
    <Link
      to={to}
      className="shadow-elevation-card-rest bg-ui-bg-base hover:bg-ui-bg-base-hover flex h-full min-w-0 flex-col gap-1 rounded-lg p-4"
    >
      <span className="text-ui-fg-subtle text-sm">{words.name(figure)}</span>
      <span className="tabular break-words text-xl font-semibold sm:text-2xl">{words.value(figure, figure.value)}</span>
      <span className="flex flex-wrap items-center gap-x-2 text-xs">
        {change && trend ? (
          <span className={`tabular font-medium ${TONES[trend.mood]}`}>
            <span aria-hidden>{trend.change > 0 ? "▲ " : trend.change < 0 ? "▼ " : ""}</span>
            {change}
            <span className="sr-only"> {t("board.sinceBefore")}</span>
          </span>
        ) : (
          <span className="text-ui-fg-muted">
            {figure.value === null ? t("board.notMeasured") : t("board.noBefore")}
          </span>
        )}
        {figure.target !== null && (
          <span className={met === false ? "text-ui-fg-error font-medium" : "text-ui-fg-muted"}>
            {t(met === false ? "board.targetMissed" : "board.targetMet", {
              target: words.value(figure, figure.target),
            })}
          </span>
        )}
      </span>
      <svg viewBox="0 0 100 24" preserveAspectRatio="none" className="mt-auto h-8 w-full pt-1" aria-hidden>
        <polyline
          points={sparkline(figure.days)}
          fill="none"
          stroke="var(--g-chart-1)"
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </Link>
  )
}
