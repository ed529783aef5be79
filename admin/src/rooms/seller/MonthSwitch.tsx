import { ChevronLeft, ChevronRight } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { LOCALES } from "../../i18n/money"
import { useFormat } from "../../i18n/format"
import { monthBy } from "./monthBy"

export function MonthSwitch({ month, choose }: { month: string; choose: (month: string) => void }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const name = new Intl.DateTimeFormat(LOCALES[language], { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
  return (
    <div className="flex items-center gap-1">
      <IconButton aria-label={t("seller.previousMonth")} onClick={() => choose(monthBy(month, -1))}>
        <ChevronLeft />
      </IconButton>
      <span className="min-w-36 text-center text-sm font-medium" aria-live="polite">
        {name}
      </span>
      <IconButton aria-label={t("seller.nextMonth")} onClick={() => choose(monthBy(month, 1))}>
        <ChevronRight />
      </IconButton>
    </div>
  )
}
