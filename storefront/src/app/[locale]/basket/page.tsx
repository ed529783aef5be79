import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { BasketGroupView } from "@/components/basket-group"
import { BasketSummary } from "@/components/basket-summary"
import { EmptyBasket } from "@/components/empty-basket"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"
import { currentBasket } from "@/server/basket"

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "basket" })
  return { title: t("title"), robots: { index: false } }
}

export default async function BasketPage({ params }: { params: LocaleParams }) {
  const { locale } = await params
  const t = await getTranslations("basket")
  const basket = await currentBasket(locale)
  if (!basket) return <EmptyBasket />
  return (
    <div className="page-width with-summary">
      <div>
        <h1>{t("title")}</h1>
        {basket.groups.length > 1 ? (
          <p className="lead">{t("severalSellers", { count: basket.groups.length })}</p>
        ) : null}
        {basket.groups.map((group) => (
          <BasketGroupView key={group.trader.handle} group={group} editable />
        ))}
      </div>
      <BasketSummary basket={basket}>
        <Link className="button button-primary button-wide" href={paths.checkout}>
          {t("checkout")}
        </Link>
        <p className="muted">{t("guestNote")}</p>
      </BasketSummary>
    </div>
  )
}
