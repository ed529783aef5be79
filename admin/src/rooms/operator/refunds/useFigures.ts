import { useTranslation } from "react-i18next"
import type { ResultOf } from "../../../api/graphql"
import { useFormat } from "../../../i18n/format"
import type { Figure } from "../../../ui/Figures"
import { type ClockState, type RefundFiguresQuery } from "./queries"

const SHOWN: readonly { state: ClockState; warns?: true }[] = [
  { state: "LATE", warns: true },
  { state: "DUE_SOON" },
  { state: "RUNNING" },
  { state: "WAITING_FOR_GOODS" },
  { state: "INTEREST_DUE", warns: true },
]

/** The counts of the page; each opens the refunds behind it. */
export function useFigures(data: ResultOf<typeof RefundFiguresQuery> | undefined) {
  const { t } = useTranslation()
  const format = useFormat()
  const counts = data?.refundClockCounts ?? []
  const figures = SHOWN.map(({ state, warns }): Figure => {
    const own = counts.filter((each) => each.state === state)
    const count = own.reduce((total, each) => total + each.count, 0)
    const sums = own.map((each) => format.money(state === "INTEREST_DUE" ? each.interest : each.owed))
    return {
      label: t(`clocks.${state}`),
      value: format.number(count),
      hint: sums.length > 0 ? sums.join(" · ") : undefined,
      to: `?state=${state}`,
      tone: warns && count > 0 ? "warn" : "calm",
    }
  })
  const due = data?.refundsDueByDay ?? []
  return {
    figures,
    currencies: [...new Set(due.map((day) => day.owed.currency))],
    days: (currency: string) => {
      const own = due.filter((day) => day.owed.currency === currency)
      return nextDays().map((x) => ({ x, owed: own.find((day) => day.day === x)?.owed.amount ?? 0 }))
    },
  }
}

const DAYS = 15
const paris = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" })

/** Today and the fortnight after it, in the retailer's calendar. */
function nextDays(): string[] {
  const first = Date.parse(`${paris.format(new Date())}T00:00:00Z`)
  return Array.from({ length: DAYS }, (_, index) => new Date(first + index * 86_400_000).toISOString().slice(0, 10))
}
