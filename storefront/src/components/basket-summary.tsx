import type { ReactNode } from "react"
import { useLocale, useTranslations } from "next-intl"
import { formatMoney } from "@/lib/money"
import type { Basket } from "@/server/basket"

/** What it comes to; stays in sight on wide screens. */
export function BasketSummary({ basket, children }: { basket: Basket; children?: ReactNode }) {
  const t = useTranslations("summary")
  const locale = useLocale()
  const chosen = basket.groups.every(({ chosenDeliveryId }) => chosenDeliveryId)
  return (
    <>
      <aside className="summary" aria-label={t("title")}>
        <h2>{t("title")}</h2>
        <dl>
          <div>
            <dt>{t("items", { count: basket.itemCount })}</dt>
            <dd>{formatMoney(basket.itemsTotal, locale)}</dd>
          </div>
          <div>
            <dt>{t("delivery", { count: basket.groups.length })}</dt>
            <dd>{chosen ? formatMoney(basket.deliveryTotal, locale) : t("nextStep")}</dd>
          </div>
          <div className="summary-total">
            <dt>{t("total")}</dt>
            <dd>{formatMoney(basket.total, locale)}</dd>
          </div>
          <div className="muted">
            <dt>{t("tax")}</dt>
            <dd>{formatMoney(basket.taxTotal, locale)}</dd>
          </div>
        </dl>
        {children}
      </aside>
      {/* Small screens: the same total, always in sight. */}
      <p className="summary-bar" aria-hidden="true">
        {t("total")} <strong>{formatMoney(basket.total, locale)}</strong>
      </p>
    </>
  )
}
