import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { FinishOrder } from "@/components/checkout/finish-order"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"

interface Props {
  params: LocaleParams
  searchParams: Promise<{ cart?: string; redirect_status?: string }>
}

/** The address carries the secret of a payment: it is told to nobody. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "forms" })
  return { title: t("card.returned"), robots: { index: false, follow: false }, referrer: "no-referrer" }
}

/** Back from the bank: the order is placed, or the shopper chooses another card. */
export default async function ReturnPage({ searchParams }: Props) {
  const { cart, redirect_status: status } = await searchParams
  const t = await getTranslations("forms")
  return (
    <div className="page-width prose">
      <h1>{t("card.returned")}</h1>
      {cart && status !== "failed" ? (
        <FinishOrder cartId={cart} />
      ) : (
        <div className="note note-danger" role="alert">
          <p>{t("card.refused")}</p>
          <p>
            <Link href={paths.checkoutReview}>{t("card.otherCard")}</Link>
          </p>
        </div>
      )}
    </div>
  )
}
