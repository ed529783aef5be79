import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { BasketSummary } from "@/components/basket-summary"
import { DeliveryForm } from "@/components/checkout/delivery-form"
import { Steps } from "@/components/checkout/steps"
import { EmptyBasket } from "@/components/empty-basket"
import { redirect } from "@/i18n/navigation"
import { formatMoney } from "@/lib/money"
import { paths } from "@/lib/paths"
import { currentBasket } from "@/server/basket"

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "checkout" })
  return { title: t("step.delivery"), robots: { index: false } }
}

export default async function DeliveryPage({ params }: { params: LocaleParams }) {
  const { locale } = await params
  const t = await getTranslations("checkout")
  const basket = await currentBasket(locale)
  if (!basket) return <EmptyBasket />
  if (!basket.email) return redirect({ href: paths.checkout, locale })
  const groups = basket.groups.map((group) => ({
    handle: group.trader.handle,
    seller: group.trader.name,
    chosen: group.chosenDeliveryId,
    items: group.lines.map(({ quantity, title }) => (quantity > 1 ? `${quantity} × ${title}` : title)).join(" · "),
    options: group.deliveryOptions.map((option) => ({
      id: option.id,
      name: option.name,
      days: t("days", { min: option.minDays, max: option.maxDays }),
      price: option.price.amount === 0 ? t("free") : formatMoney(option.price, locale),
    })),
  }))
  return (
    <div className="page-width with-summary">
      <div>
        <Steps at={1} />
        <h1>{t("deliveryTitle")}</h1>
        {groups.length > 1 ? <p className="lead">{t("deliveryLead")}</p> : null}
        <DeliveryForm groups={groups} />
      </div>
      <BasketSummary basket={basket} />
    </div>
  )
}
