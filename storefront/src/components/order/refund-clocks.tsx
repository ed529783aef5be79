import { useTranslations } from "next-intl"
import type { AppLocale } from "@/i18n/routing"
import { formatDay } from "@/lib/dates"
import { formatMoney } from "@/lib/money"
import type { Order } from "@/server/order"

type Refund = Order["refunds"][number]

/** What is owed back to the shopper, until when, and what a delay adds by law. */
export function RefundClocks({ refunds, locale }: { refunds: readonly Refund[]; locale: AppLocale }) {
  const t = useTranslations("order.refunds")
  if (refunds.length === 0) return null
  const say = (refund: Refund): string => {
    const amount = formatMoney(refund.owed, locale)
    const interest = formatMoney(refund.interest, locale)
    const { dueAt, refundedAt, daysLate: count } = refund
    if (refundedAt) {
      const paid = { amount, day: formatDay(refundedAt, locale), count }
      if (refund.interest.amount === 0) return t("paidLateNothing", paid)
      return t("paidLate", { ...paid, interest, paid: refund.interestPaidAt ? "yes" : "no" })
    }
    if (!dueAt) return t("about", { amount })
    const day = formatDay(dueAt, locale)
    return count > 0 ? t("late", { amount, day, interest }) : t("owed", { amount, day })
  }
  return (
    <section className="summary" aria-labelledby="refunds-title">
      <h2 id="refunds-title">{t("title")}</h2>
      {refunds.map((refund) => (
        <p key={`${refund.startedAt}${refund.owed.amount}`}>{say(refund)}</p>
      ))}
    </section>
  )
}
