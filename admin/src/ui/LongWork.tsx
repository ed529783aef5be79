import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../i18n/format"
import { paceOf } from "./pace"

interface LongWorkProps {
  title: ReactNode
  state: "running" | "done" | "failed" | "stopped"
  done: number
  /** null while the whole is not known. */
  total: number | null
  startedAt: string
  /** The server's clock with the same answer: the browser's may be wrong. */
  now?: string
  /** What is counted, in the reader's words: "lines". */
  unit?: string
  /** Cancel, report to download, start again. */
  actions?: ReactNode
  children?: ReactNode
}

const COLORS = {
  running: "var(--g-chart-1)",
  done: "var(--g-chart-3)",
  failed: "var(--g-chart-4)",
  stopped: "var(--g-line-strong)",
}

/** Progress, rate and remaining time of a work on the server: the page may be left, the work goes on. */
export function LongWork(props: LongWorkProps) {
  const { title, state, done, total, startedAt, unit, actions, children } = props
  const { t } = useTranslation()
  const format = useFormat()
  const pace = state === "running" ? paceOf(props, props.now ? Date.parse(props.now) : Date.now()) : undefined
  const share = state === "done" ? 100 : total ? Math.min(100, (100 * done) / total) : undefined
  const count = total === null ? format.number(done) : `${format.number(done)} / ${format.number(total)}`
  const words = [
    `${count}${unit ? ` ${unit}` : ""}`,
    pace && t("longWork.rate", { rate: format.number(Math.round(pace.perSecond * 10) / 10) }),
    pace?.secondsLeft !== undefined && leftWords(pace.secondsLeft),
    state === "running" && !pace && t("longWork.starting"),
    state !== "running" && t(`longWork.${state}`),
  ].filter(Boolean)
  function leftWords(seconds: number): string {
    if (seconds < 60) return t("longWork.underMinute")
    return t("longWork.minutes", { minutes: format.number(Math.ceil(seconds / 60)) })
  }
  return (
    <section className="flex flex-col gap-2" data-started={startedAt}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="min-w-0 text-sm font-medium">{title}</div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      <div
        role="progressbar"
        aria-label={typeof title === "string" ? title : t("longWork.progress")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === undefined ? undefined : Math.round(share)}
        aria-valuetext={words.join(", ")}
        className="bg-ui-bg-component h-2 overflow-hidden rounded-full"
      >
        <div
          className={`h-full rounded-full transition-[width] duration-500 ${share === undefined && state === "running" ? "w-1/3 animate-pulse" : ""}`}
          style={{ width: share === undefined ? undefined : `${share}%`, background: COLORS[state] }}
        />
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle tabular">
        {words.join(" · ")}
      </Text>
      {state === "running" && (
        <Text size="xsmall" className="text-ui-fg-muted">
          {t("longWork.mayLeave")}
        </Text>
      )}
      {children}
    </section>
  )
}
