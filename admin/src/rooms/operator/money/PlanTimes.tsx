import { useTranslation } from "react-i18next"
import { useFormat } from "../../../i18n/format"
import { LOCALES } from "../../../i18n/money"

interface Time {
  id: string
  planName: string
  from: string
  until: string | null
  freeFrom: string | null
  freeUntil: string | null
  monthlyPrice: { amount: number; currency: string }
}

/** A calendar day in words; no time zone may shift it. */
export function useDay(): (day: string) => string {
  const { language } = useFormat()
  return (day) =>
    new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "medium", timeZone: "UTC" }).format(
      new Date(`${day}T00:00:00Z`),
    )
}

/** When a seller was on which plan, newest first. */
export function PlanTimes({ times }: { times: readonly Time[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const day = useDay()
  if (times.length === 0) return <p className="text-ui-fg-subtle text-sm">{t("fees.noPlan")}</p>
  return (
    <ul className="divide-y text-sm">
      {times.map((time) => (
        <li key={time.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
          <span className="font-medium">{time.planName}</span>
          <span className="tabular">{t("fees.monthly", { price: format.money(time.monthlyPrice) })}</span>
          <span className="text-ui-fg-subtle w-full">
            {t("fees.fromDay", { day: day(time.from) })}
            {time.until && ` ${t("fees.untilDay", { day: day(time.until) })}`}
            {(time.freeFrom || time.freeUntil) &&
              ` · ${t("fees.free", {
                from: day(time.freeFrom ?? time.from),
                until: time.freeUntil ? day(time.freeUntil) : "…",
              })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
