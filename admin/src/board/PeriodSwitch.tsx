import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import type { Period } from "./board"
import { PERIODS, periodOf } from "./board"

/** The period lives in the address, so that a link shows the same figures. */
export function usePeriod(): [Period, (days: Period) => void] {
  const [address, setAddress] = useSearchParams()
  const choose = (days: Period): void =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before)
        next.set("days", String(days))
        next.delete("page")
        return next
      },
      { replace: true },
    )
  return [periodOf(address.get("days") ?? ""), choose]
}

export function PeriodSwitch({ days, choose }: { days: Period; choose: (days: Period) => void }) {
  const { t } = useTranslation()
  return (
    <div role="group" aria-label={t("board.period")} className="shadow-borders-base flex overflow-hidden rounded-md">
      {PERIODS.map((period) => (
        <button
          key={period}
          type="button"
          aria-pressed={period === days}
          className={`min-h-8 px-3 text-sm ${period === days ? "bg-ui-bg-highlight font-medium text-[color:var(--g-on-brand-soft)]" : "bg-ui-bg-base hover:bg-ui-bg-base-hover text-ui-fg-subtle"}`}
          onClick={() => choose(period)}
        >
          {t("board.days", { count: period })}
        </button>
      ))}
    </div>
  )
}
