import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { BasketSummary } from "@/components/basket-summary"
import { ContactForm } from "@/components/checkout/contact-form"
import { Steps } from "@/components/checkout/steps"
import { EmptyBasket } from "@/components/empty-basket"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"
import { currentBasket } from "@/server/basket"
import { contactOf } from "@/server/commerce"
import { customerToken } from "@/server/session"
import { shopConfig } from "@/server/shop"

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "checkout" })
  return { title: t("step.contact"), robots: { index: false } }
}

export default async function ContactPage({ params }: { params: LocaleParams }) {
  const { locale } = await params
  const t = await getTranslations("checkout")
  const basket = await currentBasket(locale)
  if (!basket) return <EmptyBasket />
  const [config, contact, token] = await Promise.all([shopConfig(), contactOf(basket.cartId), customerToken()])
  const country = new Intl.DisplayNames(locale, { type: "region" }).of(config.countryCode.toUpperCase())
  const { address } = contact
  return (
    <div className="page-width with-summary">
      <div>
        <Steps at={0} />
        <h1>{t("contactTitle")}</h1>
        <div className="note">
          <p>
            <strong>{t("paymentTitle")}</strong> {t(`means.${config.cardPayments ? "card" : "recorded"}`)}
          </p>
          <p>
            <strong>{t("limitsTitle")}</strong> {t("limits", { country: country ?? config.countryCode })}
          </p>
        </div>
        {token ? null : (
          <p>
            {t("guest")} <Link href={`${paths.signIn}?next=checkout`}>{t("signIn")}</Link>
          </p>
        )}
        <ContactForm
          country={country ?? config.countryCode}
          countryCode={config.countryCode}
          initial={{
            email: contact.email,
            firstName: address.first_name ?? "",
            lastName: address.last_name ?? "",
            street: address.address_1 ?? "",
            complement: address.address_2 ?? "",
            postalCode: address.postal_code ?? "",
            city: address.city ?? "",
            phone: address.phone ?? "",
          }}
        />
      </div>
      <BasketSummary basket={basket} />
    </div>
  )
}
