import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { Language, MicroMoney, Money } from "./money"
import { LOCALES, formatMicros, formatMoney, formatShort } from "./money"

/** Figures, money and dates by the reader's language; times of the retailer's own time zone. */
export interface Format {
  language: Language
  money: (value: Money) => string
  /** For axes: no cents, thousands as k. */
  short: (value: Money) => string
  micros: (value: MicroMoney) => string
  number: (value: number) => string
  percent: (value: number) => string
  bps: (value: number) => string
  /** A short time: 45 s, 2 min 5 s. */
  seconds: (value: number) => string
  date: (iso: string) => string
  dateTime: (iso: string) => string
  day: (day: string) => string
  age: (iso: string, now?: number) => string
}

const TIME_ZONE = "Europe/Paris"
const DAY = 86_400_000

function formatFor(language: Language): Format {
  const locale = LOCALES[language]
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: TIME_ZONE })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: TIME_ZONE })
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" })
  return {
    language,
    money: (value) => formatMoney(value, language),
    short: (value) => formatShort(value, language),
    micros: (value) => formatMicros(value, language),
    number: (value) => number.format(value),
    percent: (value) => percent.format(value / 100),
    seconds: (value) => shortTime(Math.round(value)),
    bps: (value) => percent.format(value / 10_000),
    date: (iso) => date.format(new Date(iso)),
    dateTime: (iso) => dateTime.format(new Date(iso)),
    day: (text) => day.format(new Date(`${text.slice(0, 10)}T00:00:00Z`)),
    age: (iso, now = Date.now()) => relative.format(-Math.max(0, Math.floor((now - Date.parse(iso)) / DAY)), "day"),
  }
}

function shortTime(seconds: number): string {
  if (seconds < 60) return `${seconds}\u00a0s`
  const rest = seconds % 60
  return rest === 0 ? `${seconds / 60}\u00a0min` : `${Math.floor(seconds / 60)}\u00a0min\u00a0${rest}\u00a0s`
}

export function useFormat(): Format {
  const { i18n } = useTranslation()
  return useMemo(() => formatFor(i18n.language === "en" ? "en" : "fr"), [i18n.language])
}
