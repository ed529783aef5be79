import { useTranslation } from "react-i18next"
import { LOCALES } from "../i18n/money"

export interface ScheduleShape {
  kind: "DAILY" | "WEEKLY" | "MONTHLY" | "MANUAL"
  weekday?: number | null
  monthDay?: number | null
}

/** 1970-01-05 was a Monday. */
const DAY = 86_400_000
const MONDAY = 4 * DAY

export function useWeekdays(): string[] {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(LOCALES[i18n.language === "en" ? "en" : "fr"], {
    weekday: "long",
    timeZone: "UTC",
  })
  return Array.from({ length: 7 }, (_, i) => format.format(new Date(MONDAY + i * DAY)))
}

/** A payday in words: every Monday. */
export function useSchedule(): (schedule: ScheduleShape) => string {
  const { t } = useTranslation()
  const weekdays = useWeekdays()
  return ({ kind, weekday, monthDay }) =>
    t(`payouts.${kind}`, { day: kind === "WEEKLY" ? weekdays[(weekday ?? 1) - 1] : String(monthDay ?? 1) })
}
