import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { DeskPass } from "@/components/order/desk-pass"
import { RefundClocks } from "@/components/order/refund-clocks"
import { OrderGroupView } from "@/components/order/order-group"
import { WithdrawalPanel } from "@/components/order/withdrawal-panel"
import { Icon } from "@/components/icon"
import type { AppLocale } from "@/i18n/routing"
import { formatInstant } from "@/lib/dates"
import { formatMoney } from "@/lib/money"
import { orderOf } from "@/server/order"
import { orElse, shops } from "@/server/shop"

interface Props {
  params: Promise<{ locale: AppLocale; token: string }>
  searchParams: Promise<{ placed?: string; withdrawn?: string }>
}

/** The token opens the order: the page is never indexed, and its address is told to nobody. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, token } = await params
  const t = await getTranslations({ locale, namespace: "order" })
  const order = await orderOf(decodeURIComponent(token))
  return {
    title: order ? t("title", { number: order.number }) : t("unknown"),
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  }
}

export default async function OrderPage({ params, searchParams }: Props) {
  const { locale, token } = await params
  const { placed, withdrawn } = await searchParams
  const t = await getTranslations("order")
  const [order, shopList] = await Promise.all([orderOf(decodeURIComponent(token)), orElse(shops(), [])])
  if (!order) notFound()
  const totals = [
    [t("items"), order.itemsTotal],
    [t("delivery"), order.deliveryTotal],
    [t("total"), order.total],
    ...(order.refundedTotal.amount > 0 ? ([[t("refunded"), order.refundedTotal]] as const) : []),
  ] as const
  return (
    <div className="page-width order">
      {placed ? (
        <section className="thanks" aria-labelledby="thanks-title">
          <Icon name="check" size={28} />
          <div>
            <h2 id="thanks-title">{t("thanks")}</h2>
            <p>
              {t("thanksText", {
                number: order.number,
                email: order.email,
                traders: new Intl.ListFormat(locale).format(order.groups.map(({ trader }) => trader.name)),
              })}
            </p>
          </div>
        </section>
      ) : null}
      <h1>{t("title", { number: order.number })}</h1>
      <p className="muted">{t("placedAt", { at: formatInstant(order.placedAt, locale) })}</p>
      <div className="with-summary">
        <div>
          {order.groups.map((group) => (
            <OrderGroupView key={group.id} group={group} accessToken={order.accessToken} />
          ))}
          <WithdrawalPanel order={order} declared={withdrawn} />
        </div>
        <div className="order-side">
          <section className="summary" aria-labelledby="totals-title">
            <h2 id="totals-title">{t("totals")}</h2>
            <dl>
              {totals.map(([label, amount], index) => (
                <div key={label} className={index === 2 ? "summary-total" : undefined}>
                  <dt>{label}</dt>
                  <dd>{formatMoney(amount, locale)}</dd>
                </div>
              ))}
            </dl>
          </section>
          <RefundClocks refunds={order.refunds} locale={locale} />
          <DeskPass code={order.deskCode} number={order.number} shops={shopList} />
        </div>
      </div>
    </div>
  )
}
