import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../i18n/format"
import { Terms } from "../../../ui/Terms"
import type { Work } from "./work"

/** What the shopper reads across the counter: goods, deduction with its reason, the sum, and who refunds. */
export function CustomerView({ work }: { work: Work | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const shown = work?.settled ?? (work && !work.stale ? work.quoted : undefined)
  const units = Object.values(work?.lines ?? {}).reduce((sum, line) => sum + line.quantity, 0)
  return (
    <aside
      aria-label={t("desk.customerView")}
      aria-live="polite"
      className="rounded-xl bg-[#0b453a] p-5 text-white md:sticky md:top-20"
    >
      <p className="text-sm opacity-90">{t("desk.customerView")}</p>
      {!shown && (
        <p className="mt-3 text-lg font-medium">
          {work ? t("desk.customerUnits", { count: units }) : t("desk.customerWelcome")}
        </p>
      )}
      {shown && (
        <div className="mt-3 flex flex-col gap-4 [&_dt]:text-white/90">
          <ul className="flex flex-col gap-2 text-sm">
            {shown.lines.map((line) => (
              <li key={line.id} className="flex justify-between gap-3">
                <span className="min-w-0">
                  {line.quantity} × {line.title}
                  {line.deductionPercent > 0 && (
                    <span className="block text-xs opacity-90">
                      {t("desk.deducted", { percent: line.deductionPercent, grade: t(`grades.${line.grade}`) })}
                    </span>
                  )}
                </span>
                <span className="tabular whitespace-nowrap">{format.money(line.refund)}</span>
              </li>
            ))}
          </ul>
          <Terms
            rows={[
              [t("desk.goods"), format.money(shown.quote.goods)],
              ...(shown.quote.delivery.amount
                ? [[t("common.delivery"), format.money(shown.quote.delivery)] as const]
                : []),
              ...(shown.quote.deduction.amount
                ? [
                    [
                      t("desk.deductionTotal"),
                      format.money({ ...shown.quote.deduction, amount: -Math.abs(shown.quote.deduction.amount) }),
                    ] as const,
                  ]
                : []),
            ]}
          />
          <div className="border-t border-white/30 pt-3">
            <Text size="small">{t(work?.settled ? "desk.refundedNow" : "desk.refundWillBe")}</Text>
            <p className="tabular text-4xl font-bold">{format.money(shown.quote.total)}</p>
            <p className="mt-1 text-xs opacity-90">{t("desk.sameMeans")}</p>
          </div>
          <Terms rows={shown.quote.byTrader.map((share) => [share.traderName, format.money(share.refund)])} />
          {shown.lines.some((line) => line.deductionPercent > 0) && (
            <p className="text-xs opacity-90">{t("desk.contest")}</p>
          )}
        </div>
      )}
    </aside>
  )
}
