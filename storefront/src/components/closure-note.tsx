import { useLocale, useTranslations } from "next-intl"
import { formatDay } from "@/lib/dates"
import type { Trader } from "@/graphql/trader"

/** Told beside the seller: that it is closed, or when it will be. */
export function ClosureNote({ closure }: { closure: Trader["closure"] }) {
  const t = useTranslations("trader")
  const locale = useLocale()
  if (!closure) return null
  const lastDay = formatDay(new Date(Date.parse(closure.until) - 1).toISOString(), locale)
  return (
    <p className="note" role="note">
      {closure.now
        ? t("closedUntil", { day: lastDay })
        : t("closedFrom", { from: formatDay(closure.from, locale), to: lastDay })}
    </p>
  )
}
