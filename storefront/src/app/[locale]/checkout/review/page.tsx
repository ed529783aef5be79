import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { BasketGroupView } from "@/components/basket-group"
import { BasketSummary } from "@/components/basket-summary"
import { OrderButton } from "@/components/checkout/order-button"
import { Payment } from "@/components/checkout/payment"
import { Steps } from "@/components/checkout/steps"
import { EmptyBasket } from "@/components/empty-basket"
import { Link, redirect } from "@/i18n/navigation"
import { paths } from "@/lib/paths"
import { currentBasket } from "@/server/basket"
import { contactOf } from "@/server/commerce"
import { shopConfig } from "@/server/shop"

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "checkout" })
  return { title: t("step.review"), robots: { index: false } }
}

export default async function ReviewPage({ params }: { params: LocaleParams }) {
  const { locale } = await params
  const t = await getTranslations("checkout")
  const basket = await currentBasket(locale)
  if (!basket) return <EmptyBasket />
  if (!basket.email) return redirect({ href: paths.checkout, locale })
  if (!basket.readyToPlace) return redirect({ href: paths.checkoutDelivery, locale })
  const [{ email, address }, { cardPayments }] = await Promise.all([contactOf(basket.cartId), shopConfig()])
  return (
    <div className="page-width with-summary">
      <div>
        <Steps at={2} />
        <h1>{t("reviewTitle")}</h1>
        <section className="panel" aria-labelledby="address-title">
          <h2 id="address-title">{t("addressTitle")}</h2>
          <address>
            {address.first_name} {address.last_name}
            <br />
            {address.address_1}
            {address.address_2 ? (
              <>
                <br />
                {address.address_2}
              </>
            ) : null}
            <br />
            {address.postal_code} {address.city}
          </address>
          <p className="muted">{email}</p>
          <p>
            <Link href={paths.checkout}>{t("editContact")}</Link> ·{" "}
            <Link href={paths.checkoutDelivery}>{t("editDelivery")}</Link>
          </p>
        </section>
        {basket.groups.map((group) => (
          <BasketGroupView key={group.trader.handle} group={group} />
        ))}
      </div>
      <BasketSummary basket={basket}>
        {cardPayments ? null : <OrderButton cartId={basket.cartId} />}
        {cardPayments ? <Payment cartId={basket.cartId} locale={locale} /> : null}
        <p className="muted">{t.rich("obligation", { link: (text) => <Link href={paths.rights}>{text}</Link> })}</p>
      </BasketSummary>
    </div>
  )
}
