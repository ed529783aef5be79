import { getTranslations } from "next-intl/server"
import { Link } from "@/i18n/navigation"
import type { AppLocale } from "@/i18n/routing"
import { paths } from "@/lib/paths"
import { payBasket } from "@/server/basket"
import { type SpokenCode, spokenCode } from "@/server/error-code"
import { CardPayment } from "./card-payment"
import { OrderButton } from "./order-button"

/** The card of a basket, where cards are taken. Authorised before, by another tab or a page that was left, only the order is missing. */
export async function Payment({ cartId, locale }: { cartId: string; locale: AppLocale }) {
  const t = await getTranslations("forms")
  const tErrors = await getTranslations("errors")
  const opened = await open(cartId)
  if ("code" in opened)
    return (
      <div className="note note-danger" role="alert">
        <p>{tErrors(opened.code)}</p>
        <p>
          <Link href={paths.checkoutReview}>{t("card.again")}</Link>
        </p>
      </div>
    )
  const { clientSecret, publishableKey, authorised } = opened
  if (authorised || !clientSecret || !publishableKey)
    return (
      <>
        <p className="note">{t("card.authorised")}</p>
        <OrderButton cartId={cartId} />
      </>
    )
  return <CardPayment key={clientSecret} {...{ cartId, locale, clientSecret, publishableKey }} />
}

async function open(cartId: string): Promise<Awaited<ReturnType<typeof payBasket>> | { code: SpokenCode }> {
  try {
    return await payBasket(cartId)
  } catch (error) {
    return { code: spokenCode(error) }
  }
}
